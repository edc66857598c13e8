package io.mooring.yaml.node;

import java.util.HashMap;
import java.util.Map;

/**
 * Texts that stand for all that are equal to them: the fields and most values of a dump's objects are the same again and
 * again, and would else be in memory as often.
 */
public final class SharedTexts {
    /** None: every text stands for itself. */
    public static final SharedTexts NONE = new SharedTexts(0);

    private static final int LONGEST = 64;

    private final int most;
    private final Map<String, String> texts = new HashMap<>();

    private SharedTexts(int most) {
        this.most = most;
    }

    /** Short ones, up to so many. */
    public static SharedTexts upTo(int most) {
        return new SharedTexts(most);
    }

    /** A text that is equal to this. */
    public String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String known = texts.get(text);
        if (known == null && texts.size() < most) {
            texts.put(text, text);
        }
        return known == null ? text : known;
    }
}
