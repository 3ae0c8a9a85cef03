package health.lunaria.profile.export;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Exports as an app asks for them. */
final class ExportApi {

    static final String ROUTE = "/v1/profile/exports";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ENDS = List.of("done", "failed", "cancelled");

    private ExportApi() {}

    static RequestSpecification user(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }

    static String get(String user, String path) {
        return user(user).get(path).then().statusCode(200).extract().asString();
    }

    /** @return its id */
    static String begin(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .post(ROUTE)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Exports to the end, whatever it is. */
    static Response export(String user) {
        String path = ROUTE + "/" + begin(user);
        return await().atMost(PATIENCE)
                .until(() -> user(user).get(path), answer -> ENDS.contains(answer.path("state")));
    }

    static Response fetch(String user, String id) {
        return user(user).get(ROUTE + "/" + id + "/file");
    }

    /** The files of a new archive of somebody, by name. */
    static Map<String, byte[]> archive(String user) {
        return unzip(fetch(user, export(user).path("id"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzip(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }
}
