package health.lunaria.audit.evidence;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What is the same in all bundles of a build. Where it is missing, the service does not start. */
@Startup
@ApplicationScoped
class DocumentPart implements EvidencePart {

    private final List<EvidenceFile> documents;

    DocumentPart() {
        this.documents = List.of(
                read("README.md", "evidence/README.md"),
                read("check.go", "evidence/check.go"),
                read("processing-record.md", "processing-record.md"));
    }

    @Override
    public Uni<List<EvidenceFile>> files(Scope scope) {
        return Uni.createFrom().item(documents);
    }

    private static EvidenceFile read(String name, String resource) {
        try (InputStream in = DocumentPart.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new EvidenceFile(name, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException("Unreadable: " + resource, unreadable);
        }
    }
}
