package health.lunaria.audit.evidence;

import health.lunaria.audit.log.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is in a bundle, by hashes, in the form of {@code sha256sum}; and the statement about it that is signed. */
record Manifest(EvidenceFile file) {

    static final String NAME = "MANIFEST";

    private static final String KIND = "evidence/v1";

    static Manifest of(List<EvidenceFile> files) {
        return new Manifest(EvidenceFile.of(
                NAME,
                files.stream()
                        .sorted(Comparator.comparing(EvidenceFile::name))
                        .map(file -> EvidenceHash.hex(file.content()) + "  " + file.name() + "\n")
                        .collect(Collectors.joining())));
    }

    Statement statement(Scope scope) {
        return new Statement(
                KIND,
                List.of(
                        "from " + scope.period().from(),
                        "to " + scope.period().to(),
                        "seed " + scope.seed(),
                        "manifest " + EvidenceHash.hex(file.content())));
    }

    @Override
    public String toString() {
        return "Manifest[redacted]";
    }
}
