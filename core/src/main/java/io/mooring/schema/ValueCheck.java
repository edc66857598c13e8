package io.mooring.schema;

/** A check over several fields, or over the value as such. */
record ValueCheck<T, B>(Check<? super T> check) implements Line<T, B> {
    @Override
    public boolean hasChecks() {
        return true;
    }

    @Override
    public void check(T value, ErrorsAt at) {
        check.check(value, at);
    }
}
