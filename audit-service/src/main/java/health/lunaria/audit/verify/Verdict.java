package health.lunaria.audit.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * How a run ended.
 *
 * @param verified to be remembered if there are no findings
 */
record Verdict(Verified verified, List<Finding> findings) {

    Verdict {
        findings = List.copyOf(findings);
    }

    boolean isGood() {
        return findings.isEmpty();
    }

    Verdict with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(more);
        all.addAll(findings);
        return new Verdict(verified, all);
    }
}
