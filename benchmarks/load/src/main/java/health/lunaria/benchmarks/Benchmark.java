package health.lunaria.benchmarks;

/** Something that measures on a stack of its own and tells what it found. */
interface Benchmark {

    /** Measures; what was found, as a page for people. */
    String page(Circumstances circumstances);

    /** Ends what was started; may be called at any time. */
    void end();
}
