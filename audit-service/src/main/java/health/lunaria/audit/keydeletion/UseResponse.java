package health.lunaria.audit.keydeletion;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Either which key may go, with the receipt, or why not.
 *
 * @param receipt place in the log of the event that tells of the use
 * @param refusal slug of the problem
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UseResponse(String service, Integer epoch, String key, Long receipt, String refusal) {

    static UseResponse of(Decided decided) {
        if (decided.isRefused()) {
            return new UseResponse(null, null, null, null, decided.problem().slug());
        }
        EmptiedKey about = decided.deletion().key();
        return new UseResponse(about.service(), about.epoch(), about.key(), decided.logIndex(), null);
    }
}
