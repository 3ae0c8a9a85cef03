package health.lunaria.cycle.insight;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * On how many days of some days something was logged, with the 95 % score interval of Wilson ("Probable Inference, the Law
 * of Succession, and Statistical Inference", 1927, doi:10.1080/01621459.1927.10502953), without correction for
 * continuity: it stays within 0 and 1 and is usable with few days, where the textbook's interval is not. It takes the days
 * for independent of each other, which the days of one person are not quite.
 *
 * @param count 0 to {@code days}
 * @param days at least 1
 */
@Confidential
record Rate(int count, int days) {

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    Rate {
        if (days < 1 || count < 0 || count > days) {
            throw new IllegalArgumentException("a rate is of at least one day, and of not more than all");
        }
    }

    double value() {
        return (double) count / days;
    }

    double lower() {
        return count == 0 ? 0 : centre() - halfWidth();
    }

    double upper() {
        return count == days ? 1 : centre() + halfWidth();
    }

    private double centre() {
        return (count + Z * Z / 2) / (days + Z * Z);
    }

    private double halfWidth() {
        return Z / (days + Z * Z) * Math.sqrt((double) count * (days - count) / days + Z * Z / 4);
    }

    @Override
    public String toString() {
        return "Rate[redacted]";
    }
}
