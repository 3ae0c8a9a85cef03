package health.lunaria.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a run of the job that turns epochs said.
 *
 * @param openEpoch in which new keys are made; 0 if the run failed before it knew
 * @param moved how many keys it moved
 * @param left how many lie below the old epoch still
 * @param keys what becomes of the KMS keys of emptied epochs
 * @param failure {@code null} if nothing went wrong
 */
public record EpochTurned(String service, int openEpoch, long moved, long left, List<OldKey> keys, String failure) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "  %-16s  %5s  %6s  %6s  %s";

    /**
     * @param fate {@code waiting-for-approval}, {@code refused} or {@code scheduled}
     * @param request by which audit-service knows it; empty if there is none
     * @param goneAt when KMS deletes it; empty while that is not scheduled
     */
    public record OldKey(int epoch, String key, String fate, String request, int approvals, String goneAt) {

        private static OldKey of(JsonNode key) {
            return new OldKey(
                    key.path("epoch").intValue(),
                    key.path("key").asText(),
                    key.path("fate").asText(),
                    key.path("request").asText(),
                    key.path("approvals").intValue(),
                    key.path("goneAt").asText());
        }

        private String text() {
            String what =
                    switch (fate) {
                        case "scheduled" -> "is of no use any more and gone on " + goneAt;
                        case "refused" -> "stays: its deletion was refused";
                        default -> "waits for approval " + request + " (" + approvals + " of 2)";
                    };
            return "key of epoch " + epoch + " " + what;
        }
    }

    static EpochTurned parse(String service, String report) {
        try {
            JsonNode json = JSON.readTree(report);
            return new EpochTurned(
                    service,
                    json.path("openEpoch").intValue(),
                    json.path("moved").longValue(),
                    json.path("left").longValue(),
                    StreamSupport.stream(json.path("keys").spliterator(), false)
                            .map(OldKey::of)
                            .toList(),
                    json.path("service").asText().equals(service)
                            ? json.path("failure").textValue()
                            : "It ended without a report");
        } catch (IOException unreadable) {
            return new EpochTurned(service, 0, 0, 0, List.of(), "Its report cannot be read");
        }
    }

    public boolean isFailed() {
        return failure != null;
    }

    static List<String> table(List<EpochTurned> all) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("service", "epoch", "moved", "left", ""));
        all.forEach(one -> lines.addAll(one.rows()));
        return lines;
    }

    private List<String> rows() {
        Stream<String> remarks =
                Stream.concat(Stream.ofNullable(failure).map(text -> "FAILED: " + text), keys.stream().map(OldKey::text));
        List<String> texts = new ArrayList<>(remarks.toList());
        if (texts.isEmpty()) {
            texts.add("no old key");
        }
        List<String> rows = new ArrayList<>();
        rows.add(ROW.formatted(service, openEpoch == 0 ? "?" : openEpoch, moved, left, texts.get(0)));
        texts.stream().skip(1).forEach(text -> rows.add(ROW.formatted("", "", "", "", text)));
        return rows;
    }
}
