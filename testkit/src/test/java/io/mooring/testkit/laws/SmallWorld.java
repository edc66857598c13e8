package io.mooring.testkit.laws;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.sample.Classes;
import io.mooring.testkit.sample.Pods;
import io.mooring.testkit.story.Stories;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A few claims and volumes that want each other, and who may have what, found out by trying each pair alone. */
record SmallWorld(List<PersistentVolumeClaim> claims, List<PersistentVolume> volumes) {
    private static final Cluster SURROUNDINGS = Stories.any()
            .parse("""
                    kubectl create -f - <<'EOF'
                    {apiVersion: v1, kind: Node, metadata: {name: node-1, labels: {kubernetes.io/hostname: node-1}},
                     status: {allocatable: {cpu: "64", memory: 64Gi, pods: "100"}}}
                    ---
                    {apiVersion: v1, kind: Node, metadata: {name: node-2, labels: {kubernetes.io/hostname: node-2}},
                     status: {allocatable: {cpu: "64", memory: 64Gi, pods: "100"}}}
                    EOF
                    """)
            .end()
            .create(Classes.named("fast"))
            .orThrow()
            .create(Classes.named("local"))
            .orThrow();
    private static final List<String> SIZES = List.of("1Gi", "1Gi", "2Gi", "2Gi", "3Gi", "1G");
    private static final List<String> DISKS = List.of("ssd", "ssd", "ssd", "hdd");

    /** A claim may have a volume. */
    record Edge(String claim, String volume) {}

    /** Any, and often one in which Kubernetes' order is not the best, or in which claims that are alike are too many. */
    static SmallWorld any(Choices choices) {
        SmallWorld some = ofClass(choices.pick(List.of("", "", "local", "fast")), choices);
        return switch (choices.weighed(List.of(3, 1, 1))) {
            case 0 -> some;
            case 1 -> some.withTrap();
            default -> some.crowded();
        };
    }

    /** The first two claims and volumes are such that the first claim takes what only the second fits. */
    private SmallWorld withTrap() {
        return with(
                List.of(claim("c0", "1Gi", ""), selecting(claim("c1", "2Gi", ""), "ssd")),
                List.of(labelled(volume("v0", "2Gi", ""), "ssd"), volume("v1", "3Gi", "")));
    }

    /** The first three claims are alike, and so are the volumes, which are two. */
    private SmallWorld crowded() {
        SmallWorld world = with(
                List.of(claim("c0", "1Gi", ""), claim("c1", "1Gi", ""), claim("c2", "1Gi", "")),
                List.of(volume("v0", "1Gi", ""), volume("v1", "1Gi", "")));
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
    private static SmallWorld ofClass(String most, Choices choices) {
        List<String> classes = new ArrayList<>(Collections.nCopies(12, most));
        classes.addAll(List.of("", "local", "fast"));
        List<PersistentVolumeClaim> claims = new ArrayList<>();
        for (int count = choices.between(3, 5); claims.size() < count; ) {
            claims.add(claim("c" + claims.size(), classes, choices));
        }
        List<PersistentVolume> volumes = new ArrayList<>();
        for (int count = choices.between(2, 5); volumes.size() < count; ) {
            volumes.add(volume("v" + volumes.size(), classes, choices));
        }
        return new SmallWorld(claims, volumes);
    }

    private static PersistentVolumeClaim claim(String name, List<String> classes, Choices choices) {
        PersistentVolumeClaim claim = claim(name, choices.pick(SIZES), choices.pick(classes));
        if (choices.chance(50)) {
            claim = selecting(claim, choices.pick(DISKS));
        }
        if (choices.chance(20)) {
            claim = claim.withSpec(claim.spec().withAccessModes(List.of(AccessMode.READ_WRITE_MANY)));
        }
        return choices.chance(4) ? claim.withSpec(claim.spec().withVolumeName("v" + choices.below(5))) : claim;
    }

    private static PersistentVolumeClaim claim(String name, String size, String className) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name(name).namespace("default").build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse(size))
                                .build())
                        .build())
                .build();
    }

    private static PersistentVolumeClaim selecting(PersistentVolumeClaim claim, String disk) {
        return claim.withSpec(claim.spec()
                .withSelector(
                        LabelSelector.builder().putMatchLabels("disk", disk).build()));
    }

    private static PersistentVolume volume(String name, List<String> classes, Choices choices) {
        PersistentVolume volume = volume(name, choices.pick(SIZES), choices.pick(classes));
        if (choices.chance(50)) {
            volume = labelled(volume, choices.pick(DISKS));
        }
        if (choices.chance(6)) {
            volume = volume.withSpec(volume.spec()
                    .withClaimRef(ObjectReference.builder()
                            .namespace("default")
                            .name("c" + choices.below(5))
                            .build()));
        }
        if (choices.chance(10)) {
            volume = pinned(volume, choices.pick(List.of("node-1", "node-2", "node-3")));
        }
        return choices.chance(50)
                ? volume.withSpec(
                        volume.spec().withAccessModes(List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY)))
                : volume;
    }

    private static PersistentVolume volume(String name, String size, String className) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse(size))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .addSources(VolumeSource.csi(Classes.DRIVER, name))
                        .build())
                .build();
    }

    private static PersistentVolume labelled(PersistentVolume volume, String disk) {
        return volume.withMetadata(volume.metadata().withLabels(Map.of("disk", disk)));
    }

    private static PersistentVolume pinned(PersistentVolume volume, String node) {
        NodeSelectorRequirement host = NodeSelectorRequirement.builder()
                .key("kubernetes.io/hostname")
                .operator("In")
                .addValues(node)
                .build();
        NodeSelector selector = NodeSelector.builder()
                .addNodeSelectorTerms(
                        NodeSelectorTerm.builder().addMatchExpressions(host).build())
                .build();
        return volume.withSpec(volume.spec()
                .withNodeAffinity(
                        VolumeNodeAffinity.builder().required(selector).build()));
    }

    /** A pod that uses the claim and asks for nothing else. */
    static Pod user(String name, String claim) {
        Choices takesOne = Choices.of(List.of(0, 1));
        return Pods.using(List.of(claim)).named(List.of(name)).from(takesOne);
    }

    /** With a pod for each claim that waits for one. */
    Cluster cluster() {
        return cluster(claims, volumes);
    }

    private static Cluster cluster(List<PersistentVolumeClaim> claims, List<PersistentVolume> volumes) {
        List<KubernetesObject> objects = new ArrayList<>(volumes);
        objects.addAll(claims);
        claims.stream()
                .filter(claim -> claim.className().equals(Optional.of("local")))
                .map(claim -> claim.metadata().name())
                .forEach(claim -> objects.add(user("p-" + claim, claim)));
        Cluster cluster = SURROUNDINGS;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        return cluster;
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
                .get(claim.ref())
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
