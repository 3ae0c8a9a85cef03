package health.lunaria.audit.workforce;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How somebody belongs to the workforce. The names stand in stored data: never rename one. */
enum Employment {
    @JsonProperty("employee")
    EMPLOYEE,
    @JsonProperty("contractor")
    CONTRACTOR
}
