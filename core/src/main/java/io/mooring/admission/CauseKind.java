package io.mooring.admission;

/** The kinds of causes, most of them field errors. Models {@code field.ErrorType} of apimachinery's {@code util/validation/field}. */
public enum CauseKind {
    NOT_FOUND("FieldValueNotFound"),
    REQUIRED("FieldValueRequired"),
    DUPLICATE("FieldValueDuplicate"),
    INVALID("FieldValueInvalid"),
    NOT_SUPPORTED("FieldValueNotSupported"),
    FORBIDDEN("FieldValueForbidden"),
    TOO_LONG("FieldValueTooLong"),
    TOO_MANY("FieldValueTooMany"),

    /** The namespace takes nothing new. Upstream: {@code NamespaceTerminatingCause}. */
    NAMESPACE_TERMINATING("NamespaceTerminating"),

    /** The object cannot be read: the API server names the field in the message only. */
    UNREADABLE(""),

    /** Stands for the causes beyond those that a refusal tells. The API server tells them all. */
    LEFT_OUT("");

    private final String reason;

    CauseKind(String reason) {
        this.reason = reason;
    }

    /** As a cause's {@code reason} in a status; empty for {@link #UNREADABLE} and {@link #LEFT_OUT}. */
    public String reason() {
        return reason;
    }
}
