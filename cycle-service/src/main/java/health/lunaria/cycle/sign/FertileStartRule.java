package health.lunaria.cycle.sign;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a {@link FertileStart} was found by. The names are part of the API: never rename one. */
public enum FertileStartRule {
    /** The cycle before had no rise, or there was none: fertile from the first day on. */
    @JsonProperty("no-rise-before")
    NO_RISE_BEFORE,

    /** Fewer than twelve cycles with a rise: fertile from day 6 on. */
    @JsonProperty("five-days")
    FIVE_DAYS,

    /**
     * Fertile from the seventh day before the earliest first higher reading on: that of twelve or more cycles, or of fewer if
     * this is earlier than another rule says.
     */
    @JsonProperty("minus-eight")
    MINUS_EIGHT,

    /** Fewer than twelve cycles with a rise, but twelve of known length: fertile from the 19th day before the end of the shortest on. */
    @JsonProperty("minus-twenty")
    MINUS_TWENTY,

    /** Moisture, mucus, or a cervix that is not hard and closed, before the day that the other rules say. */
    @JsonProperty("first-sign")
    FIRST_SIGN
}
