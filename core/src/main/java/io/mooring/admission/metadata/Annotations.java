package io.mooring.admission.metadata;

import io.mooring.names.NameRule;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Annotations, wherever they stand. Models {@code ValidateAnnotations} of apimachinery's {@code api/validation}. */
public final class Annotations {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Check<String> KEY = Checks.name(NameRule.ANNOTATION_KEY);

    private Annotations() {}

    /** A bad key is told at the map, as is a map that is too large. */
    public static void check(Map<String, String> annotations, ErrorsAt at) {
        annotations.keySet().forEach(key -> KEY.check(key, at));
        if (sizeInBytes(annotations) > MOST_BYTES) {
            at.tooLong(MOST_BYTES);
        }
    }

    /** Keys and values together. */
    public static long sizeInBytes(Map<String, String> entries) {
        long size = 0;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            size += utf8Length(entry.getKey()) + utf8Length(entry.getValue());
        }
        return size;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
