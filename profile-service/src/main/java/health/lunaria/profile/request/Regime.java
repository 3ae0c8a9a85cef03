package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A body of law that gives a data subject rights and us a time to answer. The names stand in stored data: never rename one.
 * The figures are in {@link Terms}.
 */
enum Regime {
    /** Regulation (EU) 2016/679, in the European Economic Area. */
    @JsonProperty("gdpr")
    GDPR("Europe/Brussels"),
    /** The same as retained in the law of the United Kingdom. */
    @JsonProperty("uk-gdpr")
    UK_GDPR("Europe/London"),
    /** California Civil Code, section 1798.100 and following, with 11 CCR 7000 and following. */
    @JsonProperty("ccpa")
    CCPA("America/Los_Angeles"),
    /** Washington: My Health My Data Act, RCW 19.373. */
    @JsonProperty("mhmda")
    MHMDA("America/Los_Angeles"),
    /** Brazil: Lei 13.709/2018. */
    @JsonProperty("lgpd")
    LGPD("America/Sao_Paulo"),
    /** No law that is known here: what the operator promises everybody. */
    @JsonProperty("promise")
    PROMISE("UTC");

    private final String zone;

    Regime(String zone) {
        this.zone = zone;
    }

    /** In which days are counted unless another zone is configured: that of the authority. */
    String zone() {
        return zone;
    }
}
