package health.lunaria.safeguards.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a writer assumes about what she overwrites (RFC 9110, section 13): {@code If-Match} with the version that she
 * read, or {@code If-None-Match: *} to create.
 *
 * @param version the version that must be there; 0 when nothing may be there yet
 */
public record Precondition(long version) {

    private static final Pattern VERSION_TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    /**
     * @param ifMatch header, or {@code null}
     * @param ifNoneMatch header, or {@code null}
     * @throws ProblemException 428 if there is neither, 412 if it is no version of ours, 400 if there are both
     */
    public static Precondition of(String ifMatch, String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw new ProblemException(CommonProblem.PRECONDITION_MISSING);
        }
        if (ifMatch != null && ifNoneMatch != null || ifNoneMatch != null && !ifNoneMatch.equals("*")) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST);
        }
        return new Precondition(ifMatch == null ? 0 : versionOf(ifMatch));
    }

    public boolean isToCreate() {
        return version == 0;
    }

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static long versionOf(String tag) {
        Matcher matcher = VERSION_TAG.matcher(tag.strip());
        if (!matcher.matches()) {
            throw new ProblemException(CommonProblem.STALE);
        }
        return Long.parseLong(matcher.group(1));
    }
}
