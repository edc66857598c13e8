package io.mooring.binding.explain.words;

import io.mooring.meta.Ref;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of names: {@code default/a, default/b and 3 more}. */
public final class Names {
    private Names() {}

    /** The first so many with their namespaces, and how many more there are. */
    public static String of(Collection<? extends Ref<?>> refs, int most) {
        return listed(refs.stream().map(Ref::qualifiedName).toList(), most);
    }

    /** The same with their kinds: {@code Pod default/a, StatefulSet default/b and 3 more}. */
    public static String withKinds(Collection<? extends Ref<?>> refs, int most) {
        return listed(
                refs.stream()
                        .map(ref -> ref.kind().name() + " " + ref.qualifiedName())
                        .toList(),
                most);
    }

    /** The first so many of these, and how many more there are. */
    public static String listed(List<String> names, int most) {
        String first = names.stream().limit(most).collect(Collectors.joining(", "));
        return names.size() > most ? first + " and " + (names.size() - most) + " more" : first;
    }

    /** {@code 1 volume}, {@code 2 volumes}. */
    public static String counted(long count, String one) {
        return count == 1 ? "1 " + one : count + " " + one + "s";
    }
}
