package io.mooring.yaml.node;

import io.mooring.tree.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * Texts that stand for all that are equal to them: the fields and most values of a reading's objects are the same again and again, and
 * would else be in memory as often. Only short ones. Each has one place by its hash, which the latest takes: what all objects have
 * comes back at once, and what one object has pushes out little.
 */
final class SharedTexts {
    private static final int LONGEST = 64;
    private static final int PLACES = 1 << 13;

    private final @Nullable JsonString[] texts = new JsonString[PLACES];

    /** A text that is equal to this, as a value; its text stands for this one too. */
    JsonString shared(String text) {
        if (text.length() > LONGEST) {
            return new JsonString(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        JsonString known = texts[place];
        if (known == null || !known.value().equals(text)) {
            known = new JsonString(text);
            texts[place] = known;
        }
        return known;
    }
}
