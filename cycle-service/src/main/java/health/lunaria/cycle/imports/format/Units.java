package health.lunaria.cycle.imports.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Exact conversions, rounded half up at the end. The names of units are those of HealthKit. */
final class Units {

    private static final Map<String, BigDecimal> KILOGRAMS = Map.of(
            "kg", BigDecimal.ONE,
            "g", new BigDecimal("0.001"),
            "lb", new BigDecimal("0.45359237"),
            "st", new BigDecimal("6.35029318"));

    private static final Map<String, BigDecimal> MILLILITRES = Map.of(
            "mL", BigDecimal.ONE,
            "cL", BigDecimal.TEN,
            "dL", new BigDecimal("100"),
            "L", new BigDecimal("1000"),
            "fl_oz_us", new BigDecimal("29.5735295625"),
            "fl_oz_imp", new BigDecimal("28.4130625"),
            "cup_us", new BigDecimal("236.5882365"),
            "cup_imp", new BigDecimal("284.130625"),
            "pt_us", new BigDecimal("473.176473"),
            "pt_imp", new BigDecimal("568.26125"));

    private static final BigDecimal FREEZING_FAHRENHEIT = new BigDecimal("32");
    private static final BigDecimal FIVE = new BigDecimal("5");
    private static final BigDecimal NINE = new BigDecimal("9");

    private Units() {}

    static BigDecimal celsius(BigDecimal value, String unit) throws Skip {
        return switch (unit) {
            case "degC" -> value.setScale(2, RoundingMode.HALF_UP);
            case "degF" -> value.subtract(FREEZING_FAHRENHEIT).multiply(FIVE).divide(NINE, 2, RoundingMode.HALF_UP);
            default -> throw new Skip(SkipReason.UNKNOWN_UNIT);
        };
    }

    static BigDecimal kilograms(BigDecimal value, String unit) throws Skip {
        return value.multiply(factor(KILOGRAMS, unit)).setScale(2, RoundingMode.HALF_UP);
    }

    /** Not rounded: what is drunk in a day is summed up first. */
    static BigDecimal millilitres(BigDecimal value, String unit) throws Skip {
        return value.multiply(factor(MILLILITRES, unit));
    }

    private static BigDecimal factor(Map<String, BigDecimal> factors, String unit) throws Skip {
        BigDecimal factor = factors.get(unit);
        if (factor == null) {
            throw new Skip(SkipReason.UNKNOWN_UNIT);
        }
        return factor;
    }
}
