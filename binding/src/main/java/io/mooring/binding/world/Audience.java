package io.mooring.binding.world;

import io.mooring.meta.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Who of a list wants to hear of a kind's changes, found without asking each. */
final class Audience {
    private final Map<ObjectKind<?>, int[]> byKind;
    private final int[] ofOtherKinds;

    private Audience(Map<ObjectKind<?>, int[]> byKind, int[] ofOtherKinds) {
        this.byKind = byKind;
        this.ofOtherKinds = ofOtherKinds;
    }

    static <W> Audience of(List<W> all, Function<? super W, Kinds> kindsOf) {
        List<Kinds> kinds = all.stream().map(kindsOf).toList();
        Map<ObjectKind<?>, int[]> byKind = new HashMap<>();
        for (Kinds some : kinds) {
            for (ObjectKind<?> kind : some.named()) {
                byKind.computeIfAbsent(
                        kind,
                        named -> IntStream.range(0, kinds.size())
                                .filter(i -> kinds.get(i).contains(named))
                                .toArray());
            }
        }
        int[] ofOtherKinds = IntStream.range(0, kinds.size())
                .filter(i -> kinds.get(i) == Kinds.ALL)
                .toArray();
        return new Audience(byKind, ofOtherKinds);
    }

    /** The places in the list of those who want to hear of this kind, in order; not to be changed. */
    int[] of(ObjectKind<?> kind) {
        return byKind.getOrDefault(kind, ofOtherKinds);
    }
}
