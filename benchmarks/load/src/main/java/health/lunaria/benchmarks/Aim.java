package health.lunaria.benchmarks;

/** What was wanted, and what it came to. */
record Aim(String aim, String measured, boolean met) {

    /** Of the table of aims. */
    static final String HEAD = """
            | Aim on two cores | Measured | |
            |---|---|---|
            """;

    String row() {
        return "| " + aim + " | " + measured + " | " + (met ? "met" : "**missed**") + " |\n";
    }
}
