package io.mooring.yaml;

/** Ends a reading of several documents before the last one. The problems that it has say why. */
final class ReadingStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadingStopped() {
        super(null, null, false, false);
    }
}
