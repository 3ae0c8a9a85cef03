package health.lunaria.safeguards.testing.processing;

/**
 * The whole record: a front page written by hand, and a section for each service, which its test writes between two marks.
 */
public record RecordDocument(String text) {

    /** @throws IllegalArgumentException if there is not exactly one place for the section */
    public String section(String service) {
        return text.substring(begin(service), end(service));
    }

    public RecordDocument with(String service, String section) {
        return new RecordDocument(text.substring(0, begin(service)) + section + text.substring(end(service)));
    }

    private int begin(String service) {
        String mark = "<!-- begin " + service + " -->\n";
        return only(mark) + mark.length();
    }

    private int end(String service) {
        int end = only("<!-- end " + service + " -->\n");
        if (end < begin(service)) {
            throw new IllegalArgumentException("a section ends before it begins");
        }
        return end;
    }

    private int only(String mark) {
        int place = text.indexOf(mark);
        if (place < 0 || place != text.lastIndexOf(mark)) {
            throw new IllegalArgumentException("there is not exactly one mark " + mark);
        }
        return place;
    }
}
