package health.lunaria.cycle.imports;

import health.lunaria.safeguards.redaction.Confidential;

/** What an import task has to do. @param file id of the stored file */
@Confidential
record ImportInput(String file) {

    @Override
    public String toString() {
        return "ImportInput[redacted]";
    }
}
