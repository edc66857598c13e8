package io.mooring.yaml.node;

import java.util.HashMap;
import java.util.Map;

/**
 * Texts that stand for all that are equal to them: the fields and most values of a reading's objects are the same again and again, and
 * would else be in memory as often. Only short ones, and only so many: what is had by all comes early.
 */
final class SharedTexts {
    private static final int LONGEST = 64;
    private static final int MOST = 1 << 16;

    private final Map<String, String> texts = new HashMap<>();

    /** A text that is equal to this. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String known = texts.get(text);
        if (known == null && texts.size() < MOST) {
            texts.put(text, text);
        }
        return known == null ? text : known;
    }
}
