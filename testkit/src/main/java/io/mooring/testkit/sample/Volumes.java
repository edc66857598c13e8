package io.mooring.testkit.sample;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeSource;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PersistentVolumes as people make them by hand.
 *
 * <pre>{@code
 * PersistentVolume any = Volumes.any().from(choices);
 * PersistentVolume nearly = Volumes.near(claim).named("pv-a").from(choices);     // fits the claim, or misses by little
 * }</pre>
 */
public final class Volumes implements Generator<PersistentVolume> {
    private static final List<String> NAMES = List.of("pv-a", "pv-b", "pv-c", "pv-d", "pv-e", "pv-f");
    private static final List<String> CLASSES = List.of("manual", "local", "fast", "");
    private static final List<ReclaimPolicy> POLICIES =
            List.of(ReclaimPolicy.RETAIN, ReclaimPolicy.DELETE, ReclaimPolicy.RECYCLE);
    private static final int NEAR_MISSES = 6;
    private static final int IN_HUNDRED = 30;

    private final List<String> names;
    private final Optional<PersistentVolumeClaim> claim;
    private final List<String> nodes;

    private Volumes(List<String> names, Optional<PersistentVolumeClaim> claim, List<String> nodes) {
        this.names = names;
        this.claim = claim;
        this.nodes = nodes;
    }

    /** Any, called {@code pv-a} to {@code pv-f}. */
    public static Volumes any() {
        return new Volumes(NAMES, Optional.empty(), Nodes.NAMES);
    }

    /** Those that fit the claim, or miss it by one thing: a byte, a mode, the class, a label, being kept for another. */
    public static Volumes near(PersistentVolumeClaim claim) {
        return new Volumes(NAMES, Optional.of(claim), Nodes.NAMES);
    }

    /** The same with one of these names. */
    public Volumes named(List<String> others) {
        return new Volumes(List.copyOf(others), claim, nodes);
    }

    /** The same with this name. */
    public Volumes named(String name) {
        return named(List.of(name));
    }

    /** The same, pinned to these nodes if at all. */
    public Volumes on(List<String> others) {
        return new Volumes(names, claim, List.copyOf(others));
    }

    @Override
    public PersistentVolume from(Choices choices) {
        String name = choices.pick(names);
        PersistentVolume fitting = fitting(choices, name);
        PersistentVolume kept =
                fitting.withSpec(fitting.spec().withPersistentVolumeReclaimPolicy(policy(choices, fitting)));
        return claim.isEmpty() || choices.chance(IN_HUNDRED) ? missed(choices, kept) : kept;
    }

    private PersistentVolume fitting(Choices choices, String name) {
        String className = claim.flatMap(PersistentVolumeClaim::className).orElseGet(() -> choices.pick(CLASSES));
        Quantity size = claim.map(PersistentVolumeClaim::requestedStorage)
                .filter(asked -> asked.signum() > 0)
                .orElseGet(() -> Quantities.sizes().from(choices));
        List<AccessMode> modes = claim.map(each -> each.spec().accessModes()).orElseGet(() -> Claims.modes(choices));
        Optional<String> attributes = claim.flatMap(each -> each.spec().volumeAttributesClassName());
        PersistentVolumeSpec.Builder spec = PersistentVolumeSpec.builder()
                .putCapacity("storage", size)
                .accessModes(modes)
                .storageClassName(className)
                .addSources(attributes.isPresent() ? VolumeSource.csi(Classes.DRIVER, name) : source(choices, name));
        claim.flatMap(each -> each.spec().volumeMode()).ifPresent(spec::volumeMode);
        attributes.ifPresent(spec::volumeAttributesClassName);
        Map<String, String> labels = claim.flatMap(each -> each.spec().selector())
                .map(selector -> selector.matchLabels())
                .orElseGet(() -> choices.chance(20) ? Map.of("disk", "ssd") : Map.of());
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).labels(labels).build())
                .spec(spec.build())
                .build();
    }

    private static VolumeSource source(Choices choices, String name) {
        return switch (choices.below(4)) {
            case 0, 1 -> VolumeSource.csi(Classes.DRIVER, name);
            case 2 -> VolumeSource.hostPath("/data/" + name);
            default -> VolumeSource.nfs("nfs.example.com", "/" + name);
        };
    }

    /** Only what can be scrubbed can be recycled. */
    private static ReclaimPolicy policy(Choices choices, PersistentVolume volume) {
        boolean isScrubbed = volume.spec()
                .source()
                .filter(source -> !source.field().equals("csi"))
                .isPresent();
        return choices.pick(isScrubbed ? POLICIES : POLICIES.subList(0, 2));
    }

    private PersistentVolume missed(Choices choices, PersistentVolume volume) {
        PersistentVolumeSpec spec = volume.spec();
        return switch (choices.below(NEAR_MISSES)) {
            case 0 ->
                volume.withSpec(spec.withCapacity(Map.of(
                        "storage", Quantities.near(volume.storageCapacity()).from(choices))));
            case 1 -> volume.withSpec(spec.withAccessModes(Claims.modes(choices)));
            case 2 -> volume.withSpec(spec.withStorageClassName(choices.pick(CLASSES)));
            case 3 ->
                volume.withSpec(spec.withClaimRef(ObjectReference.builder()
                        .namespace("default")
                        .name(choices.pick(Claims.NAMES))
                        .build()));
            case 4 -> pinned(volume, choices.pick(nodes));
            default ->
                volume.withSpec(spec.withVolumeMode(choices.pick(List.of(VolumeMode.BLOCK, VolumeMode.FILESYSTEM)))
                        .withSources(VolumeSource.csi(
                                Classes.DRIVER, volume.metadata().name()))
                        .withPersistentVolumeReclaimPolicy(ReclaimPolicy.RETAIN));
        };
    }

    private static PersistentVolume pinned(PersistentVolume volume, String node) {
        NodeSelectorTerm term = NodeSelectorTerm.builder()
                .addMatchExpressions(NodeSelectorRequirement.builder()
                        .key(Nodes.HOSTNAME)
                        .operator("In")
                        .addValues(node)
                        .build())
                .build();
        return volume.withSpec(volume.spec()
                .withNodeAffinity(VolumeNodeAffinity.builder()
                        .required(NodeSelector.builder()
                                .addNodeSelectorTerms(term)
                                .build())
                        .build()));
    }
}
