package io.mooring.binding.control.workload;

import io.mooring.tree.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * What tells the names of the states of a pod template apart. Models {@code HashControllerRevision}: FNV-1 over the template's JSON,
 * written in letters and digits that spell no words. It is upstream's own wherever the template carries every default.
 */
public final class RevisionHash {
    private static final int OFFSET = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private RevisionHash() {}

    /** The hash of the JSON; another for each time that the name was taken. */
    public static String of(JsonObject data, int collisions) {
        int hash = OFFSET;
        for (byte each : (CanonicalJson.of(data) + collisions).getBytes(StandardCharsets.UTF_8)) {
            hash = hash * PRIME ^ (each & 0xFF);
        }
        return encoded(Integer.toUnsignedString(hash));
    }

    private static String encoded(String digits) {
        StringBuilder out = new StringBuilder();
        digits.chars().forEach(digit -> out.append(ALPHABET.charAt(digit % ALPHABET.length())));
        return out.toString();
    }
}
