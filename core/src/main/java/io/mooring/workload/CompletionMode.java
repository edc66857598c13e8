package io.mooring.workload;

/**
 * Whether a Job numbers its pods. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code batch/v1 CompletionMode}.
 */
public record CompletionMode(String value) {
    /** Any so many pods must succeed; the default. */
    public static final CompletionMode NON_INDEXED = new CompletionMode("NonIndexed");

    /** A pod of each number must succeed. */
    public static final CompletionMode INDEXED = new CompletionMode("Indexed");

    @Override
    public String toString() {
        return value;
    }
}
