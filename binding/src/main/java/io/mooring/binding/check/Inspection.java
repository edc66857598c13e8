package io.mooring.binding.check;

import io.mooring.binding.control.binder.ProvisioningFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cluster as the checks see it. */
final class Inspection {
    private final Cluster cluster;
    private final List<PersistentVolume> volumes;
    private final List<StorageClass> classes;
    private final List<Node> nodes;
    private final List<PodPlan> plans;
    private final List<Request> requests;
    private final Set<Ref<?>> used;
    private final Map<String, List<PersistentVolume>> byClass;
    private final Map<String, VolumePool> pools = new HashMap<>();
    private final Map<PersistentVolumeClaim, List<Candidate>> candidates = new HashMap<>();

    Inspection(Cluster cluster) {
        this.cluster = cluster;
        this.volumes = cluster.list(PersistentVolume.KIND).toList();
        this.byClass = volumes.stream().collect(Collectors.groupingBy(PersistentVolume::className));
        this.classes = cluster.list(StorageClass.KIND).toList();
        this.nodes = cluster.list(Node.KIND).toList();
        this.plans = PodPlans.of(cluster);
        this.requests = Requests.of(cluster, plans);
        this.used = Stream.concat(
                        plans.stream().flatMap(PodPlan::claims),
                        requests.stream()
                                .flatMap(request -> request.set().stream())
                                .flatMap(ofSet -> ofSet.others().stream())
                                .map(PersistentVolumeClaim::ref))
                .collect(Collectors.toSet());
    }

    /**
     * A volume for a claim.
     *
     * @param mismatches why it will not do, whatever phase it is in now
     */
    record Candidate(PersistentVolume volume, List<Mismatch> mismatches) {
        boolean fits() {
            return mismatches.isEmpty();
        }

        /** Whether nothing but this speaks against it. */
        boolean failsOnlyBy(MatchRule rule) {
            return !mismatches.isEmpty() && mismatches.stream().allMatch(mismatch -> mismatch.rule() == rule);
        }
    }

    Cluster cluster() {
        return cluster;
    }

    List<PersistentVolume> volumes() {
        return volumes;
    }

    List<StorageClass> classes() {
        return classes;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<PodPlan> plans() {
        return plans;
    }

    List<Request> requests() {
        return requests;
    }

    /** Whether a volume is reserved for the claim, so that it is bound at once whatever its class waits for. */
    boolean isKeptFor(PersistentVolumeClaim claim) {
        return VolumeIndexes.VOLUMES_BY_CLAIM
                .find(cluster, claim.ref())
                .anyMatch(volume -> volume.isReservedFor(claim));
    }

    /** The claims that pods use, or will use. */
    Set<Ref<?>> used() {
        return used;
    }

    /** Whether pods can be on one node only; not, where nobody knows the nodes. */
    boolean hasOneNode() {
        return cluster.isKnown(Node.KIND) && nodes.size() == 1;
    }

    Optional<StorageClass> defaultClass() {
        return StorageClasses.defaultClass(cluster);
    }

    /** Its class, if it names one that there is. */
    Optional<StorageClass> classOf(PersistentVolumeClaim claim) {
        return StorageClasses.of(cluster, claim);
    }

    /** As it will be when it is created. */
    static PersistentVolumeClaim withDefaultClass(Cluster cluster, PersistentVolumeClaim unmade) {
        return unmade.className().isPresent()
                ? unmade
                : StorageClasses.defaultClass(cluster)
                        .map(found -> unmade.withSpec(unmade.spec()
                                .withStorageClassName(found.metadata().name())))
                        .orElse(unmade);
    }

    /** Whether somebody may make a volume for it, or why nobody does. */
    Optional<ClaimBindingFinding> provisioning(PersistentVolumeClaim claim) {
        PersistentVolumeClaim settled = withDefaultClass(cluster, claim);
        return settled.className()
                .filter(name -> !name.isEmpty())
                .map(name -> ProvisioningFindings.of(settled, name, cluster.storageClass(name)));
    }

    /** Whether somebody may make a volume for it. */
    boolean mayBeProvisioned(PersistentVolumeClaim claim) {
        return provisioning(claim)
                .filter(ClaimBindingFinding.AwaitsProvisioner.class::isInstance)
                .isPresent();
    }

    /**
     * The volumes of the claim's class and those that are reserved for it, held against what the claim asks for, by name. A
     * claim that names no class looks among those without one first, and then gets the default class.
     */
    List<Candidate> candidates(PersistentVolumeClaim claim) {
        List<PersistentVolume> reserved =
                VolumeIndexes.VOLUMES_BY_CLAIM.find(cluster, claim.ref()).toList();
        Set<String> apart =
                reserved.stream().map(volume -> volume.metadata().name()).collect(Collectors.toSet());
        PersistentVolumeClaim later = withDefaultClass(cluster, claim);
        return Stream.of(
                        reserved.stream().map(volume -> evaluated(claim, volume)),
                        unreserved(claim, apart),
                        later.equals(claim) ? Stream.<Candidate>empty() : unreserved(later, apart))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(candidate -> candidate.volume().ref()))
                .toList();
    }

    private Stream<Candidate> unreserved(PersistentVolumeClaim claim, Set<String> apart) {
        return candidates.computeIfAbsent(anonymous(claim), this::ofClass).stream()
                .filter(candidate ->
                        !apart.contains(candidate.volume().metadata().name()));
    }

    /** Claims that ask for the same are judged once. */
    private static PersistentVolumeClaim anonymous(PersistentVolumeClaim claim) {
        return PersistentVolumeClaim.builder()
                .spec(claim.spec().withStorageClassName(claim.className()).withVolumeName(""))
                .build();
    }

    private List<Candidate> ofClass(PersistentVolumeClaim claim) {
        VolumePool pool =
                pools.computeIfAbsent(claim.className().orElse(""), name -> VolumePool.of(volumesOfClass(name)));
        return evaluated(claim, pool);
    }

    /** As if the claim looked among the volumes that have no class. */
    List<Candidate> withoutClass(PersistentVolumeClaim claim) {
        PersistentVolumeClaim classless = anonymous(claim);
        return candidates.computeIfAbsent(classless.withSpec(classless.spec().withStorageClassName("")), this::ofClass);
    }

    List<PersistentVolume> volumesOfClass(String name) {
        return byClass.getOrDefault(name, List.of());
    }

    private static Candidate evaluated(PersistentVolumeClaim claim, PersistentVolume volume) {
        return evaluated(claim, VolumePool.of(List.of(volume))).get(0);
    }

    /** As the claim asks, whenever it is bound; who has a volume now may give it up only under Recycle. */
    private static List<Candidate> evaluated(PersistentVolumeClaim claim, VolumePool pool) {
        Search search = Search.byController(claim, VolumeBindingMode.IMMEDIATE);
        return VolumeMatcher.evaluate(search, pool).stream()
                .map(evaluation -> new Candidate(
                        evaluation.volume(),
                        evaluation.mismatches().stream()
                                .filter(mismatch -> lasts(mismatch, evaluation.volume()))
                                .toList()))
                .toList();
    }

    private static boolean lasts(Mismatch mismatch, PersistentVolume volume) {
        return switch (mismatch.rule()) {
            case PHASE -> false;
            case NOT_ANOTHER_CLAIMS -> !volume.hasReclaimPolicy(ReclaimPolicy.RECYCLE);
            default -> true;
        };
    }

    /** The volumes that the claims of the request may get, each once. */
    List<PersistentVolume> fitting(Request request) {
        Stream<PersistentVolume> alike =
                candidates(request.claim()).stream().filter(Candidate::fits).map(Candidate::volume);
        return Stream.concat(alike, reserved(request)).distinct().toList();
    }

    /** Those that are reserved for a claim of the set by its name. */
    private Stream<PersistentVolume> reserved(Request request) {
        return request.set().stream()
                .flatMap(ofSet -> volumes.stream()
                        .filter(volume -> volume.claim().filter(ofSet::isOneOf).isPresent())
                        .filter(volume -> evaluated(
                                        ofSet.claim(
                                                request.claim(), volume.claim().orElseThrow()),
                                        volume)
                                .fits()));
    }
}
