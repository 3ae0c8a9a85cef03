package health.lunaria.cycle.insight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A part of a cycle, in their order. {@link PhaseCalendar} tells them apart. */
enum Phase {
    @JsonProperty("menstrual")
    MENSTRUAL,
    @JsonProperty("follicular")
    FOLLICULAR,
    @JsonProperty("ovulatory")
    OVULATORY,
    @JsonProperty("luteal")
    LUTEAL
}
