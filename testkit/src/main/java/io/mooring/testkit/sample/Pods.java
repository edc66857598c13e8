package io.mooring.testkit.sample;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Container;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Pods that use claims, or have claims of their own; they name no namespace, and stand in {@code default}.
 *
 * <pre>{@code
 * Pod pod = Pods.using(List.of("data-a", "data-b")).from(choices);
 * }</pre>
 */
public final class Pods implements Generator<Pod> {
    private static final List<String> NAMES = List.of("pod-a", "pod-b", "pod-c", "pod-d");
    private static final int DEMANDING = 15;

    private final List<String> names;
    private final List<String> claims;
    private final List<String> classes;

    private Pods(List<String> names, List<String> claims, List<String> classes) {
        this.names = names;
        this.claims = claims;
        this.classes = classes;
    }

    /** Any, called {@code pod-a} to {@code pod-d}, using what {@link Claims#any} makes. */
    public static Pods any() {
        return using(Claims.NAMES);
    }

    /** Those that use these claims, if any. */
    public static Pods using(List<String> claims) {
        return new Pods(NAMES, List.copyOf(claims), Classes.NAMES);
    }

    /** The same with one of these names. */
    public Pods named(List<String> others) {
        return new Pods(List.copyOf(others), claims, classes);
    }

    /** The same with their own claims of these classes. */
    public Pods of(List<String> others) {
        return new Pods(names, claims, List.copyOf(others));
    }

    /** Some have a label {@code app}, ask something of nodes or of each other, or have a node that somebody chose. */
    @Override
    public Pod from(Choices choices) {
        ObjectMeta.Builder metadata = ObjectMeta.builder().name(choices.pick(names));
        PodSpec spec = spec(choices);
        if (choices.chance(20)) {
            metadata.putLabels("app", choices.pick(Demands.APPS));
        }
        return Pod.builder()
                .metadata(metadata.build())
                .spec(choices.chance(5) ? spec.withNodeName(choices.pick(Nodes.NAMES)) : spec)
                .build();
    }

    /** What a pod, or the template of pods, is to run. */
    PodSpec spec(Choices choices) {
        PodSpec spec = PodSpec.builder()
                .addContainers(Container.builder().name("c").image("x").build())
                .addAllVolumes(volumes(choices))
                .build();
        return choices.chance(DEMANDING) ? Demands.some(spec, choices) : spec;
    }

    private List<PodVolume> volumes(Choices choices) {
        List<PodVolume> volumes = new ArrayList<>();
        if (!claims.isEmpty()) {
            int least = choices.chance(90) ? 1 : 0;
            for (String claim : new LinkedHashSet<>(choices.some(least, 2, each -> each.pick(claims)))) {
                volumes.add(PodVolume.builder()
                        .name(claim)
                        .persistentVolumeClaim(
                                ClaimVolumeSource.builder().claimName(claim).build())
                        .build());
            }
        }
        if (choices.chance(claims.isEmpty() ? 60 : 15)) {
            PersistentVolumeClaimSpec spec = Claims.any().of(classes).spec(choices);
            volumes.add(PodVolume.builder()
                    .name("scratch")
                    .ephemeral(EphemeralVolumeSource.builder()
                            .volumeClaimTemplate(
                                    EphemeralClaimTemplate.builder().spec(spec).build())
                            .build())
                    .build());
        }
        return volumes;
    }
}
