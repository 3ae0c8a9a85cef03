package health.lunaria.safeguards.testing.rules.planted;

import health.lunaria.safeguards.problem.ProblemType;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import org.jboss.logging.Logger;

public final class PlantedLeaks {

    private PlantedLeaks() {}

    @Confidential
    public record Note(String text) {
        @Override
        public String toString() {
            return "Note[redacted]";
        }
    }

    @Confidential
    record TellingNote(String text) {}

    @Confidential
    static class NoteWithoutText {
        String text;
    }

    record TellingRequest(LocalDate from) {}

    record AllowedRequest(LocalDate from) {
        @Override
        public String toString() {
            return "AllowedRequest[redacted]";
        }
    }

    @Path("/v1/planted")
    @RolesAllowed("user")
    abstract static class ReadsTellingRequest {
        @POST
        abstract void search(TellingRequest request);
    }

    @Path("/v1/planted")
    @RolesAllowed("user")
    abstract static class AllowedResource {
        @POST
        abstract void search(AllowedRequest request, String header);
    }

    static class PrintsNote {
        String print(Note note) {
            return note.toString();
        }
    }

    static class PrintsSensitiveByReference {
        Function<Sensitive<String>, String> printer() {
            return Sensitive::toString;
        }
    }

    @Confidential
    record LoggingNote(String text) {
        private static final Logger LOG = Logger.getLogger(LoggingNote.class);

        void log() {
            LOG.info("logged");
        }

        @Override
        public String toString() {
            return "LoggingNote[redacted]";
        }
    }

    static class LogsParameter {
        private static final Logger LOG = Logger.getLogger(LogsParameter.class);

        void log(Note note) {
            LOG.infof("note %s", note);
        }
    }

    static class LogsField {
        private static final Logger LOG = Logger.getLogger(LogsField.class);
        private Sensitive<String> name;

        void log() {
            LOG.info(name);
        }
    }

    static class LogsDisclosedValue {
        private static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger("planted");

        void log(List<Note> notes) {
            notes.forEach(note -> LOG.log(Level.INFO, note.text()));
        }
    }

    static class AllowedLog {
        private static final Logger LOG = Logger.getLogger(AllowedLog.class);

        void log(List<Note> notes) {
            int read = count(notes);
            LOG.infof("%d notes were read", read);
        }

        private static int count(List<Note> notes) {
            return notes.size();
        }
    }

    static class CarryingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CarryingException(Note note) {
            super(note.text());
        }
    }

    static class SensitiveException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private transient Sensitive<String> name;
    }

    static class AllowedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AllowedException(String reason) {
            super(reason);
        }
    }

    abstract static class CarryingProblem implements ProblemType {
        Note note;
    }
}
