package health.lunaria.profile.directory;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The one form of an e-mail address under which it is looked up: NFC, without spaces around it, the domain in lower case and as
 * ASCII. The part before the @ keeps its case, its dots and what follows a plus: by RFC 5321, section 2.4, only its own server knows
 * what they mean, and two mailboxes must not become one person.
 */
final class AddressForm {

    private AddressForm() {}

    static String of(String address) {
        String composed = Normalizer.normalize(address.strip(), Normalizer.Form.NFC);
        int at = composed.lastIndexOf('@');
        return composed.substring(0, at + 1) + domain(composed.substring(at + 1));
    }

    private static String domain(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        try {
            return IDN.toASCII(lower).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noName) {
            return lower;
        }
    }
}
