package health.lunaria.gateway.documentation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages to read and try the API (Swagger UI) from the services' checked-in OpenAPI files, and one to check a proof. A fixed list of files: no
 * part of a request becomes part of a file's name. OpenAPI files are read anew each time, so that a change is seen at
 * once.
 */
public final class ApiDocumentation {

    /** The page itself; everything else that it needs lies below. */
    public static final String ROOT = "/docs/";

    private static final List<String> SERVICES =
            List.of("profile-service", "cycle-service", "billing-service", "audit-service");
    private static final List<String> SWAGGER_UI =
            List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "favicon-32x32.png");
    private static final List<String> OWN = List.of("documentation.css", "documentation.js", "verify.html");
    private static final Pattern OWN_POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\">");
    private static final String SWAGGER_UI_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final Vertx vertx;
    private final Map<String, String> resources = new HashMap<>();
    private final Map<String, Path> files = new HashMap<>();

    public ApiDocumentation(Vertx vertx, Path openApiDirectory) {
        this.vertx = vertx;
        resources.put(ROOT, "docs/index.html");
        OWN.forEach(name -> resources.put(ROOT + name, "docs/" + name));
        String webjar = "META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/";
        SWAGGER_UI.forEach(name -> resources.put(ROOT + name, webjar + name));
        SERVICES.forEach(name -> files.put(ROOT + "api/" + name + ".yaml", openApiDirectory.resolve(name + ".yaml")));
    }

    /** A file and what it is. */
    public record Page(String contentType, Buffer content) {

        /** What a page that is all in one file lets itself load. */
        public Optional<String> ownContentPolicy() {
            Matcher policy = OWN_POLICY.matcher(contentType.startsWith("text/html") ? content.toString() : "");
            return policy.find() ? Optional.of(policy.group(1)) : Optional.empty();
        }
    }

    /** Whether a path belongs here, be there something or not. */
    public boolean owns(String path) {
        return path.startsWith(ROOT) || path.equals("/docs");
    }

    /** Fails when there is no such page. */
    public Future<Page> page(String path) {
        Future<Buffer> content = Future.failedFuture(new FileNotFoundException());
        if (resources.containsKey(path)) {
            content = vertx.executeBlocking(() -> resource(resources.get(path)));
        } else if (files.containsKey(path)) {
            content = vertx.fileSystem().readFile(files.get(path).toString());
        }
        return content.map(bytes -> new Page(contentType(path), bytes));
    }

    private static String contentType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "png" -> "image/png";
            case "yaml" -> "application/yaml; charset=utf-8";
            default -> "text/html; charset=utf-8";
        };
    }

    private static Buffer resource(String name) throws IOException {
        try (InputStream in = open(name)) {
            return Buffer.buffer(in.readAllBytes());
        }
    }

    private static String swaggerUiVersion() {
        Properties properties = new Properties();
        try (InputStream in = open(SWAGGER_UI_VERSION)) {
            properties.load(in);
        } catch (IOException missing) {
            throw new IllegalStateException("Swagger UI is not on the class path", missing);
        }
        return properties.getProperty("version");
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = ApiDocumentation.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }
}
