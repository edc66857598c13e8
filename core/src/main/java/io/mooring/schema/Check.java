package io.mooring.schema;

/** One thing that is checked. A check says what is wrong to the place where the value stands; it decides nothing else. */
@FunctionalInterface
public interface Check<T> {
    void check(T value, ErrorsAt at);

    /** The same check; what it finds is told with this advice. */
    default Check<T> advise(String advice) {
        return (value, at) -> check(value, at.advising(advice));
    }

    /** The same check; upstream declares it in its types. */
    default Check<T> declared() {
        return (value, at) -> check(value, at.declared());
    }
}
