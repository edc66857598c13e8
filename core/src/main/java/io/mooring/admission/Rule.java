package io.mooring.admission;

/** One thing that is checked. A rule says what is wrong to the place; it decides nothing else. */
@FunctionalInterface
interface Rule<T> {
    void check(T value, Place at);

    /** The same rule; what it finds is told with this advice. */
    default Rule<T> advise(String advice) {
        return (value, at) -> check(value, at.advising(advice));
    }
}
