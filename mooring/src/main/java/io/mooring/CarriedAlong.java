package io.mooring;

import io.mooring.binding.explain.ClaimMentions;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.names.Visible;
import io.mooring.workload.CronJob;
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
 * them; and CronJobs, whose Jobs no clock starts here. Their owners and finalizers count, and they go with their namespace.
 *
 * <p>Some of them speak of claims, which nobody here makes or uses for them, such as an operator's database; {@link
 * ClaimMentions} says how that is told. A CronJob speaks of the claims of its pods.
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
        private Kind and(KubernetesObject object) {
            return new Kind(kind, objects + 1, speakingOfClaims + (speaksOfClaims(object) ? 1 : 0));
        }
    }

    static CarriedAlong of(Cluster cluster) {
        Map<ObjectKind<?>, Kind> kinds = new TreeMap<>();
        cluster.all()
                .filter(CarriedAlong::playsNoPart)
                .forEach(object -> kinds.put(
                        object.kind(),
                        kinds.getOrDefault(object.kind(), new Kind(object.kind(), 0, 0))
                                .and(object)));
        return new CarriedAlong(new ArrayList<>(kinds.values()));
    }

    private static boolean playsNoPart(KubernetesObject object) {
        return object instanceof CronJob
                || (object instanceof OtherObject
                        && !ASKED.contains(object.kind().qualifiedName()));
    }

    private static boolean speaksOfClaims(KubernetesObject object) {
        return object instanceof CronJob cronJob
                ? cronJob.podTemplate().spec().volumes().stream()
                        .anyMatch(volume -> volume.persistentVolumeClaim().isPresent()
                                || volume.ephemeral().isPresent())
                : object instanceof OtherObject other && ClaimMentions.areIn(other);
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
                .map(kind -> Visible.of(kind.kind().qualifiedName()) + times(count.applyAsInt(kind)))
                .collect(Collectors.joining(", "));
    }

    private static String times(int count) {
        return count == 1 ? "" : " (" + count + ")";
    }
}
