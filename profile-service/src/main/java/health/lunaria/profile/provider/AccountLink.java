package health.lunaria.profile.provider;

import health.lunaria.safeguards.redaction.Confidential;

/** @param account the provider's own id of a person */
@Confidential
record AccountLink(String account) {

    @Override
    public String toString() {
        return "AccountLink[redacted]";
    }
}
