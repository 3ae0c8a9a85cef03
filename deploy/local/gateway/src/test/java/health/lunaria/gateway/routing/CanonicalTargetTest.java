package health.lunaria.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/v1/cycle, /v1/cycle",
        "/v1/cycle/, /v1/cycle/",
        "/v1/cycle?from=a%2Fb&c=..%2f, /v1/cycle",
        "/a?, /a",
        "/a?b?c, /a",
        "/auth/realms/lunaria/x-y_z~1.2/:@!$&'()*+=, /auth/realms/lunaria/x-y_z~1.2/:@!$&'()*+=",
        "/a%20b, /a%20b",
        "/%C3%BC, /%C3%BC",
        "/...,/...",
        "/.well-known,/.well-known"
    })
    void plainTargetsKeepTheirPath(String target, String path) {
        assertThat(CanonicalTarget.path(target)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "v1/cycle",
                "?a",
                "https://localhost/v1/cycle",
                "localhost:443",
                "//internal",
                "/v1//cycle",
                "/v1/cycle//",
                "/.",
                "/..",
                "/v1/cycle/../../internal",
                "/v1/cycle/./days",
                "/v1/cycle/..",
                "/v1/cycle/%2e%2e/%2E%2E/internal",
                "/v1/cycle/.%2e/internal",
                "/internal%2faudit",
                "/v1/cycle%2F..%2Finternal",
                "/v1/cycle%5c..%5cinternal",
                "/v1/cycle\\..\\internal",
                "/v1/cycle/..;/internal",
                "/v1/cycle;a=b",
                "/v1/cycle%3b",
                "/v1/cycle/%252e%252e/internal",
                "/v1/%63ycle",
                "/v1/cycle%00",
                "/v1/cycle%0d%0ax",
                "/v1/cycle%7f",
                "/v1/cycle%",
                "/v1/cycle%2",
                "/v1/cycle%zz",
                "/v1/cycle#a",
                "/v1/cycle?a#b",
                "/v1/cy cle",
                "/v1/cycle\r\nx",
                "/v1/cycle?a b",
                "/v1/cycle?a\r\nb",
                "/v1/cycle\t",
                "/v1/cyclé",
                "/v1/<cycle>",
                "/v1/cycle?<script>"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String target) {
        assertThat(CanonicalTarget.path(target)).isEmpty();
    }
}
