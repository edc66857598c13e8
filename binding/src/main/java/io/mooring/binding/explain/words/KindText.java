package io.mooring.binding.explain.words;

import io.mooring.meta.ObjectKind;
import java.util.List;
import java.util.stream.Collectors;

/** Kinds in words for a person. */
public final class KindText {
    private KindText() {}

    /** The objects of a kind: {@code StorageClasses}. */
    public static String plural(ObjectKind<?> kind) {
        String name = kind.name();
        if (name.endsWith("s")) {
            return name + "es";
        }
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }

    /** What is said of an object about which nothing can be said without these kinds. */
    public static String dependence(List<ObjectKind<?>> kinds) {
        return "depends on " + kinds.stream().map(KindText::plural).collect(Collectors.joining(", "))
                + ", of which nothing is known";
    }

    /** That nothing is known of these kinds. */
    public static String notInTheDump(List<ObjectKind<?>> kinds) {
        return kinds.stream().map(KindText::plural).collect(Collectors.joining(", ")) + " were not in the dump";
    }
}
