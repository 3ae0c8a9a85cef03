package health.lunaria.launcher.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a page like Keycloak's; that the real one has this form, every token of the system tests shows. */
class LoginPageTest {

    private static final String FORM =
            "<form id=\"kc-form-login\" onsubmit=\"x\" action=\"https://elsewhere.example:8443/auth"
                    + "/realms/lunaria/login?session=1&amp;tab=2\" method=\"post\"></form>";

    private final AtomicReference<String> page = new AtomicReference<>(FORM);
    private final AtomicReference<String> redirect = new AtomicReference<>(LoginPage.REDIRECT + "?state=x&code=a.b");
    private final AtomicReference<String> posted = new AtomicReference<>();
    private HttpServer server;
    private LoginPage login;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/auth/realms/lunaria/protocol/openid-connect/auth", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "ONE=1; Path=/; Secure");
            exchange.getResponseHeaders().add("Set-Cookie", "TWO=2; Path=/");
            byte[] body = page.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/auth/realms/lunaria/login", exchange -> {
            posted.set(exchange.getRequestURI().getRawQuery() + " "
                    + exchange.getRequestHeaders().getFirst("Cookie") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (redirect.get() == null) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.getResponseHeaders().set("Location", redirect.get());
                exchange.sendResponseHeaders(302, -1);
            }
            exchange.close();
        });
        server.start();
        login = new LoginPage("http://127.0.0.1:" + server.getAddress().getPort() + "/auth/realms/lunaria");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theFormIsSentWithItsCookiesToWhereKeycloakListens() {
        assertThat(login.code("lunaria-local", "alice", "a&b=c")).contains("a.b");
        assertThat(posted)
                .hasValueMatching(sent -> sent.startsWith("session=1&tab=2 ")
                        && sent.contains("ONE=1")
                        && sent.contains("TWO=2")
                        && sent.endsWith("username=alice&password=a%26b%3Dc"));
    }

    @Test
    void whoIsNotLetInHasNoCode() {
        redirect.set(null);

        assertThat(login.code("lunaria-local", "nobody", "x")).isEmpty();
    }

    @Test
    void anAnswerWithoutACodeIsRefused() {
        redirect.set(LoginPage.REDIRECT + "?error=access_denied");

        assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> login.code("lunaria-local", "alice", "x"));
    }

    @Test
    void aPageWithoutAFormIsRefused() {
        page.set("<html>We are sorry</html>");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> login.code("lunaria-local", "alice", "x"))
                .withMessageContaining("no form");
    }
}
