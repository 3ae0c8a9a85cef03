package health.lunaria.audit.evidence;

import health.lunaria.safeguards.identity.SubjectRef;
import java.util.HexFormat;

/** How somebody of the workforce is named in a bundle: the beginning of her pseudonym, the same in all its files. */
final class StaffId {

    private static final int BYTES = 8;

    private StaffId() {}

    static String of(SubjectRef member) {
        return HexFormat.of().formatHex(member.bytes(), 0, BYTES);
    }
}
