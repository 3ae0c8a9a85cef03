package health.lunaria.cycle.imports.format;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * One record of an Apple Health export. What is missing is empty.
 *
 * @param protectionUsed value of the metadata {@code HKSexualActivityProtectionUsed}
 */
@Confidential
record AppleRecord(
        long line, String type, String unit, String value, String startDate, String endDate, String protectionUsed) {

    @Override
    public String toString() {
        return "AppleRecord[redacted]";
    }
}
