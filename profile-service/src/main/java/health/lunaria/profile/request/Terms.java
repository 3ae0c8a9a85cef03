package health.lunaria.profile.request;

import static health.lunaria.profile.request.Span.businessDays;
import static health.lunaria.profile.request.Span.days;
import static health.lunaria.profile.request.Span.months;

/**
 * The time to answer, by regime and kind. Every figure is the outer limit: these laws want an answer without undue delay before
 * it. Where a law is silent about a kind, the time of the regime's other kinds or {@link #PROMISE} stands in, and the source
 * says so. What a lawyer should confirm is marked "unconfirmed".
 */
final class Terms {

    /** No law: below 45 and 45 days, which the laws of the states of the USA with a general privacy law give as a rule. */
    static final Term PROMISE = new Term(days(30), days(75), null, false, "no law; a promise of the operator");

    /**
     * One month and two further ones; a refusal is told within the first month (12(4)). Time stands still from a request for
     * identification to its answer, if that was asked without delay: EDPB Guidelines 01/2022, part 5.3 (unconfirmed: guidance,
     * not law). There is no appeal to the controller; one is treated as a new request.
     */
    private static final Term GDPR =
            new Term(months(1), months(3), null, true, "GDPR 12(3), 12(4), 12(6); Regulation 1182/71 article 3");

    /**
     * Article 12A came with section 76 of the Data (Use and Access) Act 2025 and lets the month begin when what shows the identity
     * has come. Here the time that had run before counts, so it ends no later (the wording is unconfirmed).
     */
    private static final Term UK_GDPR =
            new Term(months(1), months(3), null, true, "UK GDPR 12(3), 12A; Data Protection Act 2018 section 205(2)");

    /** "Regardless of time required to verify the request": identity stops nothing. The days are those of the calendar. */
    private static final Term CCPA = new Term(
            days(45), days(90), businessDays(10), false, "11 CCR 7021(a) and (b); Civil Code 1798.130(a)(2)(A)");

    /** To opt out of sale and sharing, and to limit the use of sensitive data. */
    private static final Term CCPA_OPT_OUT =
            new Term(businessDays(15), null, null, false, "11 CCR 7026(f) and 7027(g)");

    /** To authenticate a request does not extend the duty to answer (Laws of 2023, chapter 191, section 6). */
    private static final Term MHMDA = new Term(days(45), days(90), null, false, "RCW 19.373.040(1)(g)");

    /** 45 days from the appeal, and no extension (other states have one, such as Colorado: C.R.S. 6-1-1306(3)). */
    private static final Term MHMDA_APPEAL = new Term(days(45), null, null, false, "RCW 19.373.040(1)(h)");

    /** A clear and complete statement within 15 days. No extension. */
    private static final Term LGPD = new Term(days(15), null, null, false, "LGPD 19, II");

    /** The law leaves other kinds to a regulation (18, paragraph 5); until then they are treated like access (unconfirmed). */
    private static final Term LGPD_OTHERS =
            new Term(days(15), null, null, false, "LGPD 18, paragraph 5; time of 19, II by analogy");

    private Terms() {}

    static Term of(Regime regime, Kind kind) {
        return switch (regime) {
            case GDPR -> GDPR;
            case UK_GDPR -> UK_GDPR;
            case CCPA -> ccpa(kind);
            case MHMDA -> mhmda(kind);
            case LGPD -> kind == Kind.ACCESS ? LGPD : LGPD_OTHERS;
            case PROMISE -> PROMISE;
        };
    }

    private static Term ccpa(Kind kind) {
        return switch (kind) {
            case ACCESS, PORTABILITY, RECTIFICATION, ERASURE -> CCPA;
            case RESTRICTION, OBJECTION -> CCPA_OPT_OUT;
            case APPEAL -> PROMISE;
        };
    }

    /** The law knows access, withdrawal of consent (here: restriction and objection), deletion, and the appeal. */
    private static Term mhmda(Kind kind) {
        return switch (kind) {
            case ACCESS, ERASURE, RESTRICTION, OBJECTION -> MHMDA;
            case PORTABILITY, RECTIFICATION -> PROMISE;
            case APPEAL -> MHMDA_APPEAL;
        };
    }
}
