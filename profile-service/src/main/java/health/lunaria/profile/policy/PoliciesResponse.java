package health.lunaria.profile.policy;

import health.lunaria.safeguards.policy.Policy;
import java.time.LocalDate;
import java.util.List;

/** The policies in force, one for each purpose. */
record PoliciesResponse(List<Item> policies) {

    static PoliciesResponse of(List<Policy> policies) {
        return new PoliciesResponse(policies.stream().map(Item::from).toList());
    }

    /**
     * @param purpose that the policy is about
     * @param text the whole document, in Markdown
     * @param sha256 of the text in UTF-8, in lower-case hex; receipts name it
     */
    record Item(String purpose, String version, LocalDate effective, String text, String sha256) {

        static Item from(Policy policy) {
            return new Item(policy.name(), policy.version(), policy.effective(), policy.text(), policy.sha256());
        }
    }
}
