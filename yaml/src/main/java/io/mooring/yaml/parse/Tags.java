package io.mooring.yaml.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Tags of scalars. All that Kubernetes does not know mean the same, and are one: nobody keeps a long one for each scalar. */
final class Tags {
    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final String UNKNOWN = "?";
    private static final Map<String, String> KNOWN = known();

    private Tags() {}

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>(Map.of("!", "!"));
        List.of("str", "null", "bool", "int", "float", "timestamp", "binary", "merge")
                .forEach(name -> known.put(STANDARD + name, STANDARD + name));
        return Map.copyOf(known);
    }

    /** Empty if the scalar has none. */
    static String of(ScalarEvent scalar) {
        return scalar.getTag() == null ? "" : KNOWN.getOrDefault(scalar.getTag(), UNKNOWN);
    }
}
