package io.mooring.yaml.scanner;

import org.yaml.snakeyaml.error.Mark;

/** SnakeYAML ended a plain scalar at a colon that is part of it: the text has to be repaired and parsed again. */
public final class PlainScalarCutShort extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Mark end;

    PlainScalarCutShort(Mark end) {
        super(null, null, false, false);
        this.end = end;
    }

    /** Where the scalar ends for SnakeYAML. */
    public Mark end() {
        return end;
    }
}
