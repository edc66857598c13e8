package io.mooring.yaml.node;

import org.jspecify.annotations.Nullable;

/**
 * Texts that stand for all that are equal to them: the fields and most values of a reading's objects are the same again and again, and
 * would else be in memory as often. Only short ones. Each has one place by its hash, which the latest takes: what all objects have
 * comes back at once, and what one object has pushes out little.
 */
final class SharedTexts {
    private static final int LONGEST = 64;
    private static final int PLACES = 1 << 13;

    private final @Nullable String[] texts = new String[PLACES];

    /** A text that is equal to this. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        String known = texts[place];
        if (text.equals(known)) {
            return known;
        }
        texts[place] = text;
        return text;
    }
}
