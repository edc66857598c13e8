package io.mooring.binding.check;

import io.mooring.binding.control.binder.ProvisioningFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
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
    private final Prospects prospects;
    private final List<StorageClass> classes;
    private final List<Node> nodes;
    private final List<PodPlan> plans;
    private final List<Request> requests;
    private final Set<Ref<?>> used;
    private final Map<Ref<?>, List<Request>> byHolder;

    Inspection(Cluster cluster) {
        this.cluster = cluster;
        this.volumes = cluster.list(PersistentVolume.KIND).toList();
        this.prospects = new Prospects(cluster, volumes);
        this.classes = cluster.list(StorageClass.KIND).toList();
        this.nodes = cluster.list(Node.KIND).toList();
        this.plans = PodPlans.of(cluster);
        this.requests = Requests.of(cluster, plans);
        this.byHolder = requests.stream().collect(Collectors.groupingBy(Request::holder));
        this.used = Stream.concat(
                        plans.stream().flatMap(PodPlan::claims),
                        requests.stream()
                                .flatMap(request -> request.set().stream())
                                .flatMap(ofSet -> ofSet.others().stream())
                                .map(PersistentVolumeClaim::ref))
                .collect(Collectors.toSet());
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

    /** Those of this object. */
    List<Request> requestsOf(Ref<?> holder) {
        return byHolder.getOrDefault(holder, List.of());
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

    /** What there is for the claims of the request. */
    Prospect prospect(Request request) {
        return prospects.of(request);
    }

    /** The volumes that the claims of the request may get. */
    Fitting fitting(Request request) {
        return prospect(request).fitting();
    }

    /** What there would be for the claim if it asked for volumes without a class. */
    Prospect withoutClass(PersistentVolumeClaim claim) {
        return prospects.withoutClass(claim);
    }

    List<PersistentVolume> volumesOfClass(String name) {
        return prospects.volumesOfClass(name);
    }
}
