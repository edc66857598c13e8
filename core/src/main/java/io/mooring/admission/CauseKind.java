package io.mooring.admission;

/** The kinds of field errors. Models {@code field.ErrorType} of apimachinery's {@code util/validation/field}. */
public enum CauseKind {
    NOT_FOUND("FieldValueNotFound", "Not found"),
    REQUIRED("FieldValueRequired", "Required value"),
    DUPLICATE("FieldValueDuplicate", "Duplicate value"),
    INVALID("FieldValueInvalid", "Invalid value"),
    NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value"),
    FORBIDDEN("FieldValueForbidden", "Forbidden"),
    TOO_LONG("FieldValueTooLong", "Too long"),
    TOO_MANY("FieldValueTooMany", "Too many"),
    TYPE_INVALID("FieldValueTypeInvalid", "Invalid value"),

    /** The object cannot be read: the API server names the field in the message only. */
    UNREADABLE("", "");

    private final String reason;
    private final String words;

    CauseKind(String reason, String words) {
        this.reason = reason;
        this.words = words;
    }

    /** As a cause's {@code reason} in a status; empty for {@link #UNREADABLE}. */
    public String reason() {
        return reason;
    }

    /** What a cause's message begins with. */
    String words() {
        return words;
    }
}
