package io.mooring.admission.storageclass;

import io.mooring.admission.metadata.Annotations;
import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import java.util.Map;

/** Who makes volumes, and what they are told. */
final class Provisioners {
    private static final int MOST_PARAMETERS = 512;
    private static final int MOST_PARAMETER_BYTES = 256 * 1024;

    private Provisioners() {}

    /** A qualified name in lower case; what is printed is the lower case. */
    static void name(String name, ErrorsAt at) {
        Checks.name(NameRule.QUALIFIED_NAME).check(GoText.lowerCase(name), at);
    }

    /** Not too many, none without a name, and not too much altogether. */
    static void parameters(Map<String, String> parameters, ErrorsAt at) {
        if (parameters.size() > MOST_PARAMETERS) {
            at.tooLong(MOST_PARAMETERS);
            return;
        }
        if (parameters.containsKey("")) {
            at.invalid("", "field can not be empty.");
        }
        if (Annotations.sizeInBytes(parameters) > MOST_PARAMETER_BYTES) {
            at.tooLong(MOST_PARAMETER_BYTES);
        }
    }
}
