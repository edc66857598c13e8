package io.mooring.yaml;

/** Ends a whole reading where it stands: the problems that it has say why. */
final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
        super(null, null, false, false);
    }
}
