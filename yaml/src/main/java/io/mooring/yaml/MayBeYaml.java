package io.mooring.yaml;

/** A text that looked like JSON has something that JSON does not have. */
final class MayBeYaml extends Exception {
    private static final long serialVersionUID = 1L;

    MayBeYaml() {
        super(null, null, false, false);
    }
}
