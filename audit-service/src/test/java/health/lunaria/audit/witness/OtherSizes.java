package health.lunaria.audit.witness;

import health.lunaria.audit.witness.WitnessException.OtherSize;

/** The witness's answer that it knows another size, for tests outside of this package. */
public final class OtherSizes {

    private OtherSizes() {}

    public static OtherSize of(long size) {
        return new OtherSize(size);
    }
}
