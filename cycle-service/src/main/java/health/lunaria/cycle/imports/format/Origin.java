package health.lunaria.cycle.imports.format;

/**
 * Where a value stands in a file.
 *
 * @param source a name that the import knows, never one that was read
 * @param line counted from 1
 */
record Origin(String source, long line) {}
