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
        int place = place(text.hashCode());
        JsonString known = texts[place];
        if (known == null || !known.value().equals(text)) {
            known = new JsonString(text);
            texts[place] = known;
        }
        return known;
    }

    /** The same of the characters from {@code begin} to before {@code end}, which are made a text only if none is equal to them. */
    JsonString shared(char[] characters, int begin, int end) {
        if (end - begin > LONGEST) {
            return new JsonString(new String(characters, begin, end - begin));
        }
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + characters[i];
        }
        JsonString known = texts[place(hash)];
        return known != null && isEqual(known.value(), characters, begin, end)
                ? known
                : shared(new String(characters, begin, end - begin));
    }

    private static int place(int hash) {
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }

    private static boolean isEqual(String text, char[] characters, int begin, int end) {
        int length = end - begin;
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[begin + i]) {
                return false;
            }
        }
        return true;
    }
}
