package io.mooring;

import io.mooring.binding.explain.ClaimMentions;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The objects that were read and play no part in what happens: Mooring does not interpret their kinds, and asks nothing of
 * them. Their owners and finalizers count, and they go with their namespace.
 *
 * <p>Some of them speak of claims, which nobody here makes or uses for them, such as an operator's database; {@link
 * ClaimMentions} says how that is told.
 *
 * @param kinds in order of their names
 */
public record CarriedAlong(List<Kind> kinds) {
    /** Of which Mooring asks something, though it does not interpret them. */
    private static final Set<String> ASKED = Set.of(
            "CSINode.storage.k8s.io",
            "ControllerRevision.apps",
            "CustomResourceDefinition.apiextensions.k8s.io",
            "PriorityClass.scheduling.k8s.io",
            "VolumeSnapshot.snapshot.storage.k8s.io",
            "VolumeSnapshotContent.snapshot.storage.k8s.io");

    public CarriedAlong {
        kinds = List.copyOf(kinds);
    }

    /**
     * A kind of them.
     *
     * @param objects how many there are
     * @param speakingOfClaims how many of them speak of claims
     */
    public record Kind(ObjectKind<?> kind, int objects, int speakingOfClaims) {
        private Kind and(OtherObject object) {
            return new Kind(kind, objects + 1, speakingOfClaims + (ClaimMentions.areIn(object) ? 1 : 0));
        }
    }

    static CarriedAlong of(Cluster cluster) {
        Map<ObjectKind<?>, Kind> kinds = new TreeMap<>();
        cluster.all()
                .filter(OtherObject.class::isInstance)
                .map(OtherObject.class::cast)
                .filter(object -> !ASKED.contains(object.kind().qualifiedName()))
                .forEach(object -> kinds.put(
                        object.kind(),
                        kinds.getOrDefault(object.kind(), new Kind(object.kind(), 0, 0))
                                .and(object)));
        return new CarriedAlong(new ArrayList<>(kinds.values()));
    }

    /** In one line: {@code carried along: ConfigMap (2), Service; of them speak of claims: ...}; empty if there are none. */
    public Optional<String> text() {
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        String speaking = list(Kind::speakingOfClaims);
        return Optional.of("carried along, without a part in what happens: " + list(Kind::objects)
                + (speaking.isEmpty()
                        ? ""
                        : "; of them speak of claims, which nobody here makes or uses for them: " + speaking));
    }

    private String list(ToIntFunction<Kind> count) {
        return kinds.stream()
                .filter(kind -> count.applyAsInt(kind) > 0)
                .map(kind -> kind.kind().qualifiedName() + times(count.applyAsInt(kind)))
                .collect(Collectors.joining(", "));
    }

    private static String times(int count) {
        return count == 1 ? "" : " (" + count + ")";
    }
}
