package io.mooring.binding.plan;

import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A few claims and volumes that want each other, and who may have what, found out by trying each pair alone. */
record SmallWorld(List<PersistentVolumeClaim> claims, List<PersistentVolume> volumes) {
    private static final List<KubernetesObject> SURROUNDINGS = List.of(
            Given.storageClass("fast"),
            Given.lazy("local").withProvisioner(StorageClass.NO_PROVISIONER),
            Given.node("node-1", "64"),
            Given.node("node-2", "64"));

    /** A claim may have a volume. */
    record Edge(String claim, String volume) {}

    /** Any, and often one in which Kubernetes' order is not the best, or in which claims that are alike are too many. */
    static Arbitrary<SmallWorld> any() {
        Arbitrary<SmallWorld> some = Arbitraries.of("", "", "local", "fast").flatMap(SmallWorld::ofClass);
        return Arbitraries.frequencyOf(
                Tuple.of(3, some),
                Tuple.of(1, some.map(SmallWorld::withTrap)),
                Tuple.of(1, some.map(SmallWorld::crowded)));
    }

    /** The first two claims and volumes are such that the first claim takes what only the second fits. */
    private SmallWorld withTrap() {
        PersistentVolumeClaim second = BestBindingTest.ssd(Given.claim("c1", "2Gi", ""));
        return with(
                List.of(Given.claim("c0", "1Gi", ""), second),
                List.of(BestBindingTest.ssd(Given.volume("v0", "2Gi", "")), Given.volume("v1", "3Gi", "")));
    }

    /** The first three claims are alike, and so are the volumes, which are two. */
    private SmallWorld crowded() {
        SmallWorld world = with(
                List.of(Given.claim("c0", "1Gi", ""), Given.claim("c1", "1Gi", ""), Given.claim("c2", "1Gi", "")),
                List.of(Given.volume("v0", "1Gi", ""), Given.volume("v1", "1Gi", "")));
        return new SmallWorld(world.claims, world.volumes.subList(0, 2));
    }

    private SmallWorld with(List<PersistentVolumeClaim> firstClaims, List<PersistentVolume> firstVolumes) {
        List<PersistentVolumeClaim> otherClaims = new ArrayList<>(claims);
        List<PersistentVolume> otherVolumes = new ArrayList<>(volumes);
        for (int i = 0; i < firstClaims.size(); i++) {
            otherClaims.set(i, firstClaims.get(i));
        }
        for (int i = 0; i < firstVolumes.size(); i++) {
            otherVolumes.set(i, firstVolumes.get(i));
        }
        return new SmallWorld(otherClaims, otherVolumes);
    }

    /** Most in it is of this class. */
    private static Arbitrary<SmallWorld> ofClass(String most) {
        Arbitrary<String> classes =
                Arbitraries.frequency(Tuple.of(12, most), Tuple.of(1, ""), Tuple.of(1, "local"), Tuple.of(1, "fast"));
        Arbitrary<List<PersistentVolumeClaim>> claims =
                claim(classes).list().ofMinSize(3).ofMaxSize(5);
        Arbitrary<List<PersistentVolume>> volumes =
                volume(classes).list().ofMinSize(2).ofMaxSize(5);
        return Combinators.combine(claims, volumes)
                .as((some, others) -> new SmallWorld(
                        IntStream.range(0, some.size())
                                .mapToObj(i -> some.get(i)
                                        .withMetadata(some.get(i).metadata().withName("c" + i)))
                                .toList(),
                        IntStream.range(0, others.size())
                                .mapToObj(i -> others.get(i)
                                        .withMetadata(others.get(i).metadata().withName("v" + i)))
                                .toList()));
    }

    private static Arbitrary<PersistentVolumeClaim> claim(Arbitrary<String> classes) {
        Arbitrary<Optional<String>> disks =
                Arbitraries.of("ssd", "ssd", "ssd", "hdd").optional(0.5);
        Arbitrary<Boolean> isMany =
                Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true)));
        Arbitrary<Optional<Integer>> named =
                Arbitraries.integers().between(0, 4).optional(0.04);
        return Combinators.combine(sizes(), classes, disks, isMany, named).as((size, className, disk, many, volume) -> {
            PersistentVolumeClaim claim = Given.claim("c", size, className);
            PersistentVolumeClaim selecting = disk.map(value -> claim.withSpec(claim.spec()
                            .withSelector(LabelSelector.builder()
                                    .putMatchLabels("disk", value)
                                    .build())))
                    .orElse(claim);
            PersistentVolumeClaim shared = many
                    ? selecting.withSpec(selecting.spec().withAccessModes(List.of(AccessMode.READ_WRITE_MANY)))
                    : selecting;
            return volume.map(number -> shared.withSpec(shared.spec().withVolumeName("v" + number)))
                    .orElse(shared);
        });
    }

    private static Arbitrary<PersistentVolume> volume(Arbitrary<String> classes) {
        Arbitrary<Optional<String>> disks =
                Arbitraries.of("ssd", "ssd", "ssd", "hdd").optional(0.5);
        Arbitrary<Optional<Integer>> reserved =
                Arbitraries.integers().between(0, 4).optional(0.06);
        Arbitrary<Optional<String>> nodes =
                Arbitraries.of("node-1", "node-2", "node-3").optional(0.1);
        Arbitrary<Boolean> isMany = Arbitraries.of(true, false);
        return Combinators.combine(sizes(), classes, disks, reserved, nodes, isMany)
                .as((size, className, disk, claim, node, many) -> {
                    PersistentVolume volume = Given.volume("v", size, className);
                    PersistentVolume labelled = disk.map(value ->
                                    volume.withMetadata(volume.metadata().withLabels(Map.of("disk", value))))
                            .orElse(volume);
                    PersistentVolume kept = claim.map(number -> Given.reservedFor("c" + number, labelled))
                            .orElse(labelled);
                    PersistentVolume pinned =
                            node.map(name -> Given.onNode(kept, name)).orElse(kept);
                    return many
                            ? pinned.withSpec(pinned.spec()
                                    .withAccessModes(List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY)))
                            : pinned;
                });
    }

    private static Arbitrary<String> sizes() {
        return Arbitraries.of("1Gi", "1Gi", "2Gi", "2Gi", "3Gi", "1G");
    }

    /** With a pod for each claim that waits for one. */
    Cluster cluster() {
        return cluster(claims, volumes);
    }

    private static Cluster cluster(List<PersistentVolumeClaim> claims, List<PersistentVolume> volumes) {
        List<KubernetesObject> objects = new ArrayList<>(SURROUNDINGS);
        objects.addAll(volumes);
        objects.addAll(claims);
        claims.stream()
                .filter(claim -> claim.className().equals(Optional.of("local")))
                .forEach(claim -> objects.add(Given.pod(
                        "p-" + claim.metadata().name(), claim.metadata().name())));
        return BestBindingTest.cluster(objects.toArray(KubernetesObject[]::new));
    }

    /** Which claim gets which volume where there is nothing but the two; a claim for which one is reserved gets no other. */
    Set<Edge> edges() {
        Set<Edge> all = new HashSet<>();
        for (PersistentVolumeClaim claim : claims) {
            Set<Edge> fitting = volumes.stream()
                    .filter(volume -> binds(claim, volume))
                    .map(volume ->
                            new Edge(claim.metadata().name(), volume.metadata().name()))
                    .collect(Collectors.toSet());
            Set<Edge> reserved = fitting.stream()
                    .filter(edge -> volumes.stream()
                            .anyMatch(volume -> volume.metadata().name().equals(edge.volume())
                                    && volume.claim().isPresent()))
                    .collect(Collectors.toSet());
            all.addAll(reserved.isEmpty() ? fitting : reserved);
        }
        return all;
    }

    private static boolean binds(PersistentVolumeClaim claim, PersistentVolume volume) {
        return cluster(List.of(claim), List.of(volume))
                .settle()
                .get(Given.claimKey(claim.metadata().name()))
                .filter(PersistentVolumeClaim::isBound)
                .flatMap(PersistentVolumeClaim::volume)
                .equals(Optional.of(volume.ref()));
    }

    /** Every way to give volumes to claims. */
    static List<List<Edge>> matchings(List<String> claims, Set<Edge> edges) {
        if (claims.isEmpty()) {
            return List.of(List.of());
        }
        String first = claims.get(0);
        List<List<Edge>> all = new ArrayList<>();
        for (List<Edge> rest : matchings(claims.subList(1, claims.size()), edges)) {
            all.add(rest);
            edges.stream()
                    .filter(edge -> edge.claim().equals(first))
                    .filter(edge ->
                            rest.stream().noneMatch(other -> other.volume().equals(edge.volume())))
                    .forEach(edge -> {
                        List<Edge> longer = new ArrayList<>(rest);
                        longer.add(edge);
                        all.add(longer);
                    });
        }
        return all;
    }
}
