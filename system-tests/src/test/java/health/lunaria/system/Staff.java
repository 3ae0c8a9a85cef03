package health.lunaria.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/** People of the workforce, put into the register by a keeper who is not one of them. */
final class Staff {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORKFORCE = "/v1/audit/workforce";

    private final Suite suite;
    private final Api keeper;

    Staff(Suite suite) {
        this.suite = suite;
        this.keeper = suite.as("register-keeper", "security");
    }

    /** Somebody in good standing. */
    Api member(String name, String role) {
        Api member = registered(name, role);
        train(name, role, today());
        acknowledge(member);
        return member;
    }

    /** Somebody who has proved nothing yet. */
    Api registered(String name, String role) {
        String member =
                "{\"person\":\"%s\",\"name\":\"%s\",\"role\":\"%s\",\"employment\":\"employee\",\"joinedOn\":\"%s\"}"
                        .formatted(subject(name, role), name, role, today());
        keeper.put(WORKFORCE + "/members", member, "If-None-Match", "*").expect(200);
        return suite.as(name, role);
    }

    void train(String name, String role, LocalDate day) {
        keeper.post(
                        WORKFORCE + "/trainings",
                        "{\"person\":\"%s\",\"course\":\"privacy-1\",\"completedOn\":\"%s\"}"
                                .formatted(subject(name, role), day))
                .expect(200);
    }

    void acknowledge(Api member) {
        ObjectNode request = JSON.createObjectNode();
        var read = request.putArray("policies");
        for (JsonNode policy :
                member.get("/v1/audit/policies").expect(200).json().path("policies")) {
            read.addObject()
                    .put("name", policy.path("name").textValue())
                    .put("version", policy.path("version").textValue());
        }
        member.post(WORKFORCE + "/acknowledgements", request.toString()).expect(200);
    }

    /** The subject of somebody's tokens. */
    String subject(String name, String... roles) {
        String claims = suite.stack().users().token(name, List.of(roles)).split("\\.")[1];
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(claims))
                    .path("sub")
                    .textValue();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
