package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * What is sealed of an incident.
 *
 * @param owner who takes care of it, a staff id; {@code null} if nobody does yet
 * @param openedBy a staff id, or the name of the part that raised it
 */
@Confidential
record IncidentText(String title, String description, String owner, String openedBy) {

    IncidentText ownedBy(String other) {
        return new IncidentText(title, description, other, openedBy);
    }

    @Override
    public String toString() {
        return "IncidentText[redacted]";
    }
}
