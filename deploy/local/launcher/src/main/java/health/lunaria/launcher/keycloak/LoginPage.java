package health.lunaria.launcher.keycloak;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills in Keycloak's login page in the place of a browser: the authorization code flow (RFC 6749, section 4.1). */
final class LoginPage {

    /** Registered for the client of the command line; nobody goes there, the code is read off the redirect. */
    static final String REDIRECT = "http://localhost:5173/";

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int OK = 200;
    private static final int FOUND = 302;

    private final String realmUrl;

    /** @param realmUrl where Keycloak listens, whatever the world knows it by */
    LoginPage(String realmUrl) {
        this.realmUrl = realmUrl;
    }

    /** @return empty if there is no such user */
    Optional<String> code(String client, String user, String password) {
        try {
            HttpURLConnection page =
                    open(realmUrl + "/protocol/openid-connect/auth?scope=openid&response_type=code&client_id=" + client
                            + "&redirect_uri=" + encoded(REDIRECT));
            String form = action(text(page));
            HttpURLConnection answer = open(realmUrl.substring(0, realmUrl.indexOf("/auth/")) + form);
            answer.setRequestMethod("POST");
            answer.setRequestProperty("Cookie", cookies(page));
            answer.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            answer.setDoOutput(true);
            answer.getOutputStream()
                    .write(("username=" + encoded(user) + "&password=" + encoded(password))
                            .getBytes(StandardCharsets.UTF_8));
            return answer.getResponseCode() == FOUND ? Optional.of(code(answer)) : Optional.empty();
        } catch (IOException down) {
            throw new LauncherException("Keycloak does not answer: is the stack up? (./lunaria status)", down);
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }

    private static String text(HttpURLConnection page) throws IOException {
        if (page.getResponseCode() != OK) {
            throw new LauncherException("Keycloak shows no login page, but answers " + page.getResponseCode());
        }
        try (InputStream in = page.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Path and query of where the form goes; its host is the gateway's. */
    private static String action(String page) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new LauncherException("Keycloak's login page has no form");
        }
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        return action.getRawPath() + "?" + action.getRawQuery();
    }

    private static String cookies(HttpURLConnection page) {
        return page.getHeaderFields().entrySet().stream()
                .filter(header -> "Set-Cookie".equalsIgnoreCase(header.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static String code(HttpURLConnection answer) {
        Matcher code = CODE.matcher(String.valueOf(answer.getHeaderField("Location")));
        if (!code.find()) {
            throw new LauncherException("Keycloak gives no code after a login");
        }
        return code.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
