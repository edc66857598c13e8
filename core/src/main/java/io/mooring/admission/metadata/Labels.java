package io.mooring.admission.metadata;

import io.mooring.names.NameRule;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import java.util.Map;

/** Labels, wherever they stand. Models {@code ValidateLabels} of apimachinery's {@code meta/v1/validation}. */
public final class Labels {
    private static final Check<String> KEY = Checks.name(NameRule.QUALIFIED_NAME);
    private static final Check<String> VALUE = Checks.name(NameRule.LABEL_VALUE);

    private Labels() {}

    /** A bad key or value is told at the map, not at the key. */
    public static void check(Map<String, String> labels, ErrorsAt at) {
        labels.forEach((key, value) -> {
            KEY.check(key, at);
            VALUE.check(value, at);
        });
    }
}
