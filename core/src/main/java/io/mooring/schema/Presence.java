package io.mooring.schema;

/** When a field is written, and what its absence is read as: the ways in which Kubernetes' own types write absence. */
enum Presence {
    /** Left out when it is its type's zero, which is what absence is read as: Go's {@code omitempty} on a value. */
    UNLESS_ZERO,

    /** Always written: a Go value without {@code omitempty}, or a struct. */
    ALWAYS,

    /** Written if there is a value; null reads as absent: a Go pointer. */
    OPTIONAL,

    /** Like OPTIONAL, and the zero reads as absent too: a Go value with {@code omitempty} that is shown as Optional. */
    OPTIONAL_UNLESS_ZERO,

    /** Like OPTIONAL_UNLESS_ZERO, but absence is written as null: a time that is no pointer. */
    ZERO_AS_NULL,

    /** Like OPTIONAL, but absence is written as null: a Go pointer without {@code omitempty}. */
    ABSENT_AS_NULL,

    /** Read and dropped, as the API server drops what a disabled feature gate guards. */
    DROPPED;

    /** Whether a value may be absent, rather than be its type's zero. */
    boolean isOptional() {
        return switch (this) {
            case OPTIONAL, OPTIONAL_UNLESS_ZERO, ZERO_AS_NULL, ABSENT_AS_NULL -> true;
            case UNLESS_ZERO, ALWAYS, DROPPED -> false;
        };
    }

    /** Whether the zero is read, and written, as absence. */
    boolean dropsZero() {
        return switch (this) {
            case UNLESS_ZERO, OPTIONAL_UNLESS_ZERO, ZERO_AS_NULL -> true;
            case ALWAYS, OPTIONAL, ABSENT_AS_NULL, DROPPED -> false;
        };
    }

    /** Whether absence is written as null. */
    boolean writesNull() {
        return this == ZERO_AS_NULL || this == ABSENT_AS_NULL;
    }
}
