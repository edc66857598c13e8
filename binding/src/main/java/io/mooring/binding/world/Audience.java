package io.mooring.binding.world;

import io.mooring.meta.ObjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who of a list wants to hear of a kind's changes, found without asking each. */
final class Audience {
    private final Map<ObjectKind<?>, int[]> byKind;
    private final int[] ofOtherKinds;

    private Audience(Map<ObjectKind<?>, int[]> byKind, int[] ofOtherKinds) {
        this.byKind = byKind;
        this.ofOtherKinds = ofOtherKinds;
    }

    static <W> Audience of(List<W> all, Function<? super W, Kinds> kindsOf) {
        List<Kinds> kinds = new ArrayList<>(all.size());
        Set<ObjectKind<?>> named = new HashSet<>();
        for (W each : all) {
            Kinds some = kindsOf.apply(each);
            kinds.add(some);
            named.addAll(some.named());
        }
        Map<ObjectKind<?>, int[]> byKind = new HashMap<>();
        for (ObjectKind<?> kind : named) {
            byKind.put(kind, places(kinds, some -> some.contains(kind)));
        }
        return new Audience(byKind, places(kinds, some -> some == Kinds.ALL));
    }

    private static int[] places(List<Kinds> kinds, Predicate<Kinds> isMeant) {
        int[] places = new int[kinds.size()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (isMeant.test(kinds.get(i))) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** The places in the list of those who want to hear of this kind, in order; not to be changed. */
    int[] of(ObjectKind<?> kind) {
        return byKind.getOrDefault(kind, ofOtherKinds);
    }
}
