package io.mooring.meta;

import java.util.Optional;

/** How a requirement compares a label with its values. Kubernetes: {@code selection.Operator}. */
public enum LabelOperator {
    /** The label is there and has one of the values. */
    IN("In", " in "),

    /** The label is not there or has none of the values. */
    NOT_IN("NotIn", " notin "),

    /** The label is there. */
    EXISTS("Exists", ""),

    /** The label is not there. */
    DOES_NOT_EXIST("DoesNotExist", ""),

    /** The label is a whole number above the value; node selectors only. */
    GREATER_THAN("Gt", ">"),

    /** The label is a whole number below the value; node selectors only. */
    LESS_THAN("Lt", "<"),

    /** The label is there and has the value; what {@code matchLabels} asks. */
    EQUALS("", "=");

    private final String apiName;
    private final String sign;

    LabelOperator(String apiName, String sign) {
        this.apiName = apiName;
        this.sign = sign;
    }

    /** What selectors in manifests call it; empty for {@link #EQUALS}. */
    public String apiName() {
        return apiName;
    }

    /** What stands between key and values in a selector's text. */
    String sign() {
        return sign;
    }

    /** The operator that selectors in manifests call so. */
    public static Optional<LabelOperator> named(String apiName) {
        return switch (apiName) {
            case "In" -> Optional.of(IN);
            case "NotIn" -> Optional.of(NOT_IN);
            case "Exists" -> Optional.of(EXISTS);
            case "DoesNotExist" -> Optional.of(DOES_NOT_EXIST);
            case "Gt" -> Optional.of(GREATER_THAN);
            case "Lt" -> Optional.of(LESS_THAN);
            default -> Optional.empty();
        };
    }
}
