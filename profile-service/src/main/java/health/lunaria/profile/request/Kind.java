package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a data subject asks for. The names stand in stored data: never rename one. */
enum Kind {
    @JsonProperty("access")
    ACCESS,
    @JsonProperty("portability")
    PORTABILITY,
    @JsonProperty("rectification")
    RECTIFICATION,
    @JsonProperty("erasure")
    ERASURE,
    @JsonProperty("restriction")
    RESTRICTION,
    @JsonProperty("objection")
    OBJECTION,
    /** Against the refusal of another request. */
    @JsonProperty("appeal")
    APPEAL
}
