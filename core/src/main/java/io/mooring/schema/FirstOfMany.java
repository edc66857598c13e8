package io.mooring.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The first of what may be very many, each once: 1,000 of them, or as many as have 1 Mi characters together, but at least one.
 * The others are counted, each once too, and not even made.
 */
public final class FirstOfMany<T> {
    private static final int MOST = 1000;
    private static final long MOST_CHARACTERS = 1 << 20;

    private final Function<T, String> text;
    private final Set<T> kept = new LinkedHashSet<>();
    private final Fingerprints ofKept = new Fingerprints();
    private final Fingerprints others = new Fingerprints();
    private long characters;

    /** @param text all that one says */
    public FirstOfMany(Function<T, String> text) {
        this.text = text;
    }

    public void add(T each) {
        add(Fingerprint.NONE.and(text.apply(each)), () -> each);
    }

    /** @param each made only if it is among the first */
    void add(Fingerprint fingerprint, Supplier<T> each) {
        if (!isFull()) {
            T made = each.get();
            characters += kept.add(made) ? text.apply(made).length() : 0;
            ofKept.add(fingerprint);
        } else if (!ofKept.contains(fingerprint)) {
            others.add(fingerprint);
        }
    }

    private boolean isFull() {
        return kept.size() >= MOST || characters >= MOST_CHARACTERS;
    }

    /** In the order in which they came. */
    public List<T> list() {
        return List.copyOf(kept);
    }

    /** How many there are beyond these. */
    public long leftOut() {
        return others.size();
    }
}
