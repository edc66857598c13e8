package io.mooring.quantity;

/** How an amount is written: which family of suffixes it came with and goes out with. */
public enum QuantityFormat {
    /** Powers of 1024: {@code 12Mi}. */
    BINARY_SI("BinarySI"),
    /** Powers of 1000: {@code 12M}, and plain {@code 12}. */
    DECIMAL_SI("DecimalSI"),
    /** A power of ten written out: {@code 12e6}. */
    DECIMAL_EXPONENT("DecimalExponent");

    private final String upstreamName;

    QuantityFormat(String upstreamName) {
        this.upstreamName = upstreamName;
    }

    /** Kubernetes' name of the format, {@code BinarySI} for instance. */
    @Override
    public String toString() {
        return upstreamName;
    }
}
