package io.mooring.meta;

/**
 * Where a namespace is in its life. An open enumeration: besides the constants it can hold any other text, so that
 * admission can refuse it by name. Kubernetes: {@code core/v1 NamespacePhase}.
 */
public record NamespacePhase(String value) {
    /** Takes new objects. */
    public static final NamespacePhase ACTIVE = new NamespacePhase("Active");

    /** Is being deleted, with all that is in it, and takes nothing new. */
    public static final NamespacePhase TERMINATING = new NamespacePhase("Terminating");

    @Override
    public String toString() {
        return value;
    }
}
