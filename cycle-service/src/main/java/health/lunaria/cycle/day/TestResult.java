package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a test strip showed (luteinising hormone, or pregnancy). The names stand in stored data: never rename one. */
public enum TestResult {
    @JsonProperty("negative")
    NEGATIVE,
    @JsonProperty("unclear")
    UNCLEAR,
    @JsonProperty("positive")
    POSITIVE
}
