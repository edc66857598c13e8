package io.mooring.binding.explain.words;

import io.mooring.meta.Ref;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of names: {@code default/a, default/b and 3 more}. */
public final class Names {
    private Names() {}

    /** The first so many with their namespaces, and how many more there are. */
    public static String of(List<? extends Ref<?>> refs, int most) {
        String names = refs.stream().limit(most).map(Ref::qualifiedName).collect(Collectors.joining(", "));
        return refs.size() > most ? names + " and " + (refs.size() - most) + " more" : names;
    }

    /** {@code 1 volume}, {@code 2 volumes}. */
    public static String counted(int count, String one) {
        return count == 1 ? "1 " + one : count + " " + one + "s";
    }
}
