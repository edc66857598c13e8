package io.mooring.quantity;

/** Text that is no quantity. */
public final class QuantityFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    QuantityFormatException(String message) {
        super(message);
    }
}
