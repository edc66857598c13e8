package io.mooring.binding.check;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.node.NodeMatcher;
import io.mooring.node.NodeSelector;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where volumes are, who can reach them, and for whom they are kept. */
final class VolumeRules {
    private static final FieldPath AFFINITY = FieldPath.of("spec", "nodeAffinity");
    private static final FieldPath CLAIM_REF = FieldPath.of("spec", "claimRef");
    private static final FieldPath CLASS = FieldPath.of("spec", "storageClassName");

    private VolumeRules() {}

    static FieldPath source(VolumeSource source) {
        return FieldPath.of("spec", source.field());
    }

    static Fact sourceFact(PersistentVolume volume, VolumeSource source, String text) {
        return Fact.of(FactCode.VOLUME_SOURCE, volume.ref(), source(source), text)
                .having(source.content());
    }

    private static Optional<NodeSelector> nodes(PersistentVolume volume) {
        return volume.spec().nodeAffinity().flatMap(VolumeNodeAffinity::required);
    }

    private static Stream<Sighting> each(Inspection world, Function<PersistentVolume, Optional<Sighting>> look) {
        return world.volumes().stream()
                .filter(volume -> !volume.metadata().isBeingDeleted())
                .flatMap(volume -> look.apply(volume).stream());
    }

    /** A path of a node, and nothing says of which. */
    static Stream<Sighting> unpinned(Inspection world) {
        return world.hasOneNode()
                ? Stream.empty()
                : each(
                        world,
                        volume -> volume.spec()
                                .source()
                                .filter(source -> source.type() == SourceType.HOST_PATH)
                                .filter(source -> nodes(volume).isEmpty())
                                .map(source -> unpinned(world, volume, source)));
    }

    private static Sighting unpinned(Inspection world, PersistentVolume volume, VolumeSource source) {
        String path = source.hostPath().orElse("");
        String nodes = world.nodes().isEmpty()
                ? "which nodes there are is not known"
                : "there are " + world.nodes().size() + " nodes";
        return Sighting.of(
                        volume.ref(),
                        source(source),
                        "is the path " + path + " of whichever node its pod runs on, and " + nodes)
                .because(
                        sourceFact(volume, source, "is the host path " + path),
                        Fact.of(FactCode.VOLUME_AFFINITY, volume.ref(), AFFINITY, "has no node affinity"));
    }

    /** No node that there is can reach it. */
    static Stream<Sighting> nowhere(Inspection world) {
        return world.nodes().isEmpty()
                ? Stream.empty()
                : each(
                        world,
                        volume -> nodes(volume)
                                .filter(selector -> world.nodes().stream()
                                        .noneMatch(node -> volume.spec()
                                                .nodeAffinity()
                                                .orElseThrow()
                                                .allows(node.metadata().labels())))
                                .map(selector -> Sighting.of(
                                                volume.ref(),
                                                AFFINITY,
                                                "can be reached from no node: it wants " + NodeMatcher.of(selector)
                                                        + ", which no node has")
                                        .because(Fact.of(
                                                FactCode.VOLUME_AFFINITY,
                                                volume.ref(),
                                                AFFINITY,
                                                "wants a node with " + NodeMatcher.of(selector)))));
    }

    /** A volume of one node that is given away before anybody knows where the pod will be. */
    static Stream<Sighting> boundTooEarly(Inspection world) {
        return world.hasOneNode()
                ? Stream.empty()
                : each(
                        world,
                        volume -> volume.spec()
                                .source()
                                .filter(source -> source.type() == SourceType.LOCAL)
                                .filter(source -> volume.spec().claimRef().isEmpty())
                                .filter(source -> world.cluster()
                                        .storageClass(volume.className())
                                        .filter(found -> found.waitsForFirstConsumer())
                                        .isEmpty())
                                .map(source -> Sighting.of(
                                                volume.ref(),
                                                CLASS,
                                                "is on one node, and " + className(volume)
                                                        + " does not wait for the pod: the claim is bound first, and its pod"
                                                        + " must then go to that node")
                                        .because(
                                                sourceFact(volume, source, "is a local volume"),
                                                Fact.of(
                                                                FactCode.VOLUME_CLASS,
                                                                volume.ref(),
                                                                CLASS,
                                                                "is of " + className(volume))
                                                        .having(volume.className()))));
    }

    private static String className(PersistentVolume volume) {
        return volume.className().isEmpty() ? "no class" : "class " + volume.className();
    }

    /** Two volumes that are the same bytes. */
    static Stream<Sighting> sameStorage(Inspection world) {
        Map<String, List<PersistentVolume>> byPlace = new TreeMap<>();
        world.volumes()
                .forEach(volume -> volume.spec()
                        .source()
                        .flatMap(VolumeRules::place)
                        .ifPresent(place -> byPlace.computeIfAbsent(place, each -> new ArrayList<>())
                                .add(volume)));
        return byPlace.entrySet().stream().flatMap(entry -> same(world, entry.getKey(), entry.getValue()));
    }

    private static Optional<String> place(VolumeSource source) {
        return source.hostPath()
                .or(source::localPath)
                .map(path -> "the path " + path)
                .or(() -> source.csiHandle()
                        .map(handle -> "volume " + handle + " of driver "
                                + source.csiDriver().orElse("")));
    }

    /** Each but the first is reported, with the first that it meets. */
    private static Stream<Sighting> same(Inspection world, String place, List<PersistentVolume> volumes) {
        return volumes.stream()
                .skip(1)
                .flatMap(volume -> volumes.stream()
                        .takeWhile(other -> other != volume)
                        .filter(other -> meet(world, volume, other))
                        .limit(1)
                        .map(other -> same(place, volume, other)));
    }

    private static Sighting same(String place, PersistentVolume volume, PersistentVolume other) {
        VolumeSource source = volume.spec().source().orElseThrow();
        return Sighting.of(
                        volume.ref(),
                        source(source),
                        "is " + place + ", and so is volume " + other.metadata().name())
                .because(
                        sourceFact(volume, source, "is " + place),
                        sourceFact(other, other.spec().source().orElseThrow(), "is " + place));
    }

    /** Whether a node can reach both; paths of different nodes are different. Where no node is known, equal demands are met. */
    private static boolean meet(Inspection world, PersistentVolume one, PersistentVolume other) {
        if (nodes(one).isEmpty() || nodes(other).isEmpty() || nodes(one).equals(nodes(other))) {
            return true;
        }
        return world.nodes().stream()
                .map(node -> node.metadata().labels())
                .anyMatch(labels -> reaches(one, labels) && reaches(other, labels));
    }

    private static boolean reaches(PersistentVolume volume, Map<String, String> labels) {
        return volume.spec()
                .nodeAffinity()
                .filter(affinity -> affinity.allows(labels))
                .isPresent();
    }

    /** It is kept for a claim that nobody made or will make. */
    static Stream<Sighting> keptForNobody(Inspection world) {
        return each(
                world,
                volume -> volume.spec()
                        .claimRef()
                        .filter(claim -> claim.uid().isEmpty())
                        .filter(claim -> !isOrWillBe(world, PersistentVolumeClaim.ref(claim)))
                        .map(claim -> Sighting.of(
                                        volume.ref(),
                                        CLAIM_REF,
                                        "is kept for "
                                                + PersistentVolumeClaim.ref(claim)
                                                        .qualifiedName() + ", which does not exist"
                                                + namesakes(world, claim))
                                .because(keptFor(volume, claim))
                                .edit(new Edit.Patch(
                                        volume.ref(),
                                        JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL)),
                                        "clear the claimRef of volume "
                                                + volume.metadata().name()))));
    }

    private static Fact keptFor(PersistentVolume volume, ObjectReference claim) {
        String name = PersistentVolumeClaim.ref(claim).qualifiedName();
        return Fact.of(FactCode.VOLUME_RESERVED, volume.ref(), CLAIM_REF, "is kept for " + name)
                .having(name);
    }

    private static boolean isOrWillBe(Inspection world, Ref<PersistentVolumeClaim> claim) {
        return world.cluster().get(claim).isPresent()
                || world.requests().stream()
                        .anyMatch(request -> request.claim().ref().equals(claim)
                                || request.set()
                                        .filter(ofSet -> ofSet.isOneOf(claim))
                                        .isPresent());
    }

    private static String namesakes(Inspection world, ObjectReference claim) {
        String others = world.requests().stream()
                .map(request -> request.claim().ref())
                .filter(other -> other.name().equals(claim.name()))
                .map(Ref::qualifiedName)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "; of that name there is " + others;
    }

    /** It is kept for a claim that it will not do for. */
    static Stream<Sighting> keptForUnfit(Inspection world) {
        return each(
                world,
                volume -> volume.spec()
                        .claimRef()
                        .flatMap(claim -> world.cluster().get(PersistentVolumeClaim.ref(claim)))
                        .filter(volume::isReservedFor)
                        .filter(claim -> !claim.isBound() && claim.volume().isEmpty())
                        .flatMap(claim -> unfit(volume, claim, world.cluster().semantics())
                                .map(mismatch -> Sighting.of(
                                                volume.ref(),
                                                CLAIM_REF,
                                                "is kept for " + claim.ref().qualifiedName() + ", and "
                                                        + mismatch.describe())
                                        .because(
                                                keptFor(
                                                        volume,
                                                        volume.spec().claimRef().orElseThrow()),
                                                Fact.of(
                                                        FactCode.VOLUME_CAPACITY,
                                                        volume.ref(),
                                                        FieldPath.ROOT,
                                                        mismatch.describe())))));
    }

    /** A class that differs does not matter to a volume that is kept. */
    private static Optional<Mismatch> unfit(PersistentVolume volume, PersistentVolumeClaim claim, Semantics semantics) {
        return Stream.of(NamedVolumeRule.CAPACITY, NamedVolumeRule.VOLUME_MODE, NamedVolumeRule.ACCESS_MODES)
                .flatMap(rule -> rule.check(claim, volume, semantics).stream())
                .findFirst();
    }
}
