package health.lunaria.safeguards.files;

/**
 * Hides how long a file is: content is filled up with zeros to one of a few lengths. The scheme is Padmé (Nikitin and
 * others, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019, section 4): a
 * length keeps as many of its leading bits as its exponent has digits, so at most log log of the largest length leaks,
 * and at most 12 % is added. Files below 4 KiB all look alike.
 */
final class Padme {

    private static final long SHORTEST = 4096;

    private Padme() {}

    /** The length, not below the given one, that a content of the given length is filled up to. */
    static long paddedLength(long length) {
        long needed = Math.max(length, SHORTEST);
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(needed);
        int kept = Integer.SIZE - Integer.numberOfLeadingZeros(exponent);
        long mask = (1L << exponent - kept) - 1;
        return needed + mask & ~mask;
    }
}
