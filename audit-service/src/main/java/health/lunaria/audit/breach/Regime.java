package health.lunaria.audit.breach;

/** A body of law that says whom to tell about a breach, and by when. The names stand in stored data: never rename one. */
public enum Regime {
    /** Regulation (EU) 2016/679. */
    GDPR("Europe/Brussels"),
    /** The same as retained in the law of the United Kingdom. */
    UK_GDPR("Europe/London"),
    /** 45 CFR part 164, subpart D. */
    HIPAA("America/New_York"),
    /** The FTC's Health Breach Notification Rule, 16 CFR part 318. */
    FTC_HBNR("America/New_York"),
    /** California Civil Code, section 1798.82. */
    CALIFORNIA("America/Los_Angeles"),
    /** Brazil: Lei 13.709/2018, article 48, and Resolução CD/ANPD 15/2024. */
    LGPD("America/Sao_Paulo"),
    /** Japan: Act on the Protection of Personal Information, article 26, and its enforcement rules. */
    APPI("Asia/Tokyo");

    private final String zone;

    Regime(String zone) {
        this.zone = zone;
    }

    /** In which days are counted unless another zone is configured: that of the authority. */
    String zone() {
        return zone;
    }
}
