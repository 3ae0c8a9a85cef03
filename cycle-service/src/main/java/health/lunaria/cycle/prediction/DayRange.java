package health.lunaria.cycle.prediction;

/** A range of days counted from some day, both ends included. */
public record DayRange(int from, int to) {

    public DayRange {
        if (to < from) {
            throw new IllegalArgumentException("a range ends on or after the day on which it begins");
        }
    }

    public boolean contains(int day) {
        return from <= day && day <= to;
    }

    public int days() {
        return to - from + 1;
    }
}
