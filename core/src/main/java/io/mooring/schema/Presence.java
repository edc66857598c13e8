package io.mooring.schema;

/** When a field is written, and what its absence is read as: the ways in which Kubernetes' own types write absence. */
enum Presence {
    /** Left out when it is its type's zero, which is what absence is read as: Go's {@code omitempty} on a value. */
    UNLESS_ZERO(false, true, false),

    /** Always written: a Go value without {@code omitempty}, or a struct. */
    ALWAYS(false, false, false),

    /** Written if there is a value; null reads as absent: a Go pointer. */
    OPTIONAL(true, false, false),

    /** Like OPTIONAL, and the zero reads as absent too: a Go value with {@code omitempty} that is shown as Optional. */
    OPTIONAL_UNLESS_ZERO(true, true, false),

    /** Like OPTIONAL_UNLESS_ZERO, but absence is written as null: a time that is no pointer. */
    ZERO_AS_NULL(true, true, true),

    /** Like OPTIONAL, but absence is written as null: a Go pointer without {@code omitempty}. */
    ABSENT_AS_NULL(true, false, true),

    /** Read and dropped, as the API server drops what a disabled feature gate guards. */
    DROPPED(false, false, false);

    private final boolean isOptional;
    private final boolean dropsZero;
    private final boolean writesNull;

    Presence(boolean isOptional, boolean dropsZero, boolean writesNull) {
        this.isOptional = isOptional;
        this.dropsZero = dropsZero;
        this.writesNull = writesNull;
    }

    /** Whether a value may be absent, rather than be its type's zero. */
    boolean isOptional() {
        return isOptional;
    }

    /** Whether the zero is read, and written, as absence. */
    boolean dropsZero() {
        return dropsZero;
    }

    /** Whether absence is written as null. */
    boolean writesNull() {
        return writesNull;
    }
}
