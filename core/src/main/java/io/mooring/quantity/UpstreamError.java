package io.mooring.quantity;

/** The three errors of upstream's {@code ParseQuantity}, word for word. */
enum UpstreamError {
    FORMAT("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"),
    NUMERIC("unable to parse numeric part of quantity"),
    SUFFIX("unable to parse quantity's suffix");

    final String text;

    UpstreamError(String text) {
        this.text = text;
    }
}
