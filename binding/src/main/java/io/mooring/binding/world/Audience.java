package io.mooring.binding.world;

import io.mooring.meta.ObjectKind;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who of a list wants to hear of a kind's changes, found without asking each. */
final class Audience {
    private final Map<ObjectKind<?>, int[]> byKind;
    private final int[] ofOtherKinds;

    private Audience(Map<ObjectKind<?>, int[]> byKind, int[] ofOtherKinds) {
        this.byKind = byKind;
        this.ofOtherKinds = ofOtherKinds;
    }

    static <W> Audience of(List<W> all, Function<? super W, Kinds> kindsOf) {
        Map<ObjectKind<?>, BitSet> byKind = new HashMap<>();
        BitSet ofAllKinds = new BitSet();
        for (int place = 0; place < all.size(); place++) {
            Kinds kinds = kindsOf.apply(all.get(place));
            if (kinds == Kinds.ALL) {
                ofAllKinds.set(place);
            }
            for (ObjectKind<?> kind : kinds.named()) {
                byKind.computeIfAbsent(kind, named -> new BitSet()).set(place);
            }
        }
        Map<ObjectKind<?>, int[]> places = new HashMap<>();
        byKind.forEach((kind, some) -> {
            some.or(ofAllKinds);
            places.put(kind, some.stream().toArray());
        });
        return new Audience(places, ofAllKinds.stream().toArray());
    }

    /** The places in the list of those who want to hear of this kind, in order; not to be changed. */
    int[] of(ObjectKind<?> kind) {
        return byKind.getOrDefault(kind, ofOtherKinds);
    }
}
