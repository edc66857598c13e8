package io.mooring.binding.explain.fix;

import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.set.SetFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may make a pod run, depending on what the scheduler finds of it. */
final class PodProposals implements PodFinding.Cases<List<Proposal>>, PodRejection.Cases<List<Proposal>> {
    private final Cluster cluster;
    private final Pod pod;
    private final Set<Ref<?>> asked;

    /** @param asked the claims and pods that are being helped */
    private PodProposals(Cluster cluster, Pod pod, Set<Ref<?>> asked) {
        this.cluster = cluster;
        this.pod = pod;
        this.asked = asked;
    }

    static List<Proposal> of(Cluster cluster, Ref<Pod> ref, Set<Ref<?>> asked) {
        return cluster.get(ref)
                .filter(pod -> !asked.contains(ref))
                .map(pod -> Stream.concat(
                                outdated(cluster, pod).stream(),
                                PodFindings.of(cluster, pod)
                                        .accept(new PodProposals(
                                                cluster,
                                                pod,
                                                Stream.concat(asked.stream(), Stream.of(ref))
                                                        .collect(Collectors.toSet())))
                                        .stream())
                        .toList())
                .orElse(List.of());
    }

    /** A pod of an earlier revision that is not ready is never replaced by its set: the rollback trap. */
    static Optional<Proposal> outdated(Cluster cluster, Pod pod) {
        boolean isTrapped = pod
                .metadata()
                .controller()
                .filter(owner -> owner.kind().equals(StatefulSet.KIND.name()))
                .flatMap(owner -> cluster.statefulSet(pod.metadata().namespace(), owner.name()))
                .map(set -> SetFindings.of(cluster, set))
                .filter(SetFinding.Unsettled.class::isInstance)
                .stream()
                .flatMap(finding -> ((SetFinding.Unsettled) finding).replicas().stream())
                .anyMatch(replica -> replica instanceof ReplicaFinding.OutdatedNotReady
                        && replica.pod().equals(pod.ref()));
        return isTrapped ? Optional.of(renewedBySet(pod.ref())) : Optional.empty();
    }

    private static Proposal renewedBySet(Ref<Pod> pod) {
        String purpose = "delete pod " + pod.qualifiedName() + ", which its StatefulSet makes anew";
        return Proposal.of(new Edit.Delete(pod, purpose), Fix.Cost.RENEWAL);
    }

    private List<Proposal> ofClaims(List<Ref<PersistentVolumeClaim>> claims) {
        return claims.stream()
                .flatMap(claim -> ClaimProposals.of(cluster, claim, asked).stream())
                .toList();
    }

    /** Its claims, where it was put on its node without the scheduler; a node that is gone and holds its volumes. */
    @Override
    public List<Proposal> placed(PodFinding.Placed finding) {
        Stream<Proposal> nodes = AttachmentFindings.of(cluster, pod).stream()
                .filter(AttachmentFinding.AttachedElsewhere.class::isInstance)
                .flatMap(elsewhere -> ((AttachmentFinding.AttachedElsewhere) elsewhere).holders().stream())
                .flatMap(node -> cluster.get(node).stream())
                .filter(node -> !node.answers())
                .map(NodeChange::outOfService)
                .map(NodeChange::proposal);
        Stream<Proposal> together = AttachmentFindings.of(cluster, pod).stream()
                .filter(AttachmentFinding.AttachedElsewhere.class::isInstance)
                .map(AttachmentFinding.AttachedElsewhere.class::cast)
                .flatMap(elsewhere ->
                        new KeptTogether(cluster, pod).proposals(elsewhere.users(), elsewhere.holders()).stream());
        List<Ref<PersistentVolumeClaim>> unbound = pod.claims().stream()
                .filter(claim ->
                        cluster.get(claim).filter(found -> !found.isBound()).isPresent())
                .toList();
        return Stream.of(nodes, together, ofClaims(unbound).stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    @Override
    public List<Proposal> schedulable(PodFinding.Schedulable finding) {
        return List.of();
    }

    /** On its way, unless a provisioner makes no volume for one of the claims. */
    @Override
    public List<Proposal> bindingVolumes(PodFinding.BindingVolumes finding) {
        return ofClaims(finding.provisions());
    }

    /** Whoever set the gates takes them away when it is time. */
    @Override
    public List<Proposal> gated(PodFinding.Gated finding) {
        return List.of();
    }

    @Override
    public List<Proposal> otherScheduler(PodFinding.OtherScheduler finding) {
        return List.of();
    }

    @Override
    public List<Proposal> beingDeleted(PodFinding.BeingDeleted finding) {
        return List.of();
    }

    @Override
    public List<Proposal> ended(PodFinding.Ended finding) {
        return List.of();
    }

    @Override
    public List<Proposal> bindingFailed(PodFinding.BindingFailed finding) {
        return ofClaims(List.of(finding.claim()));
    }

    @Override
    public List<Proposal> notKnown(PodFinding.NotKnown finding) {
        return List.of();
    }

    @Override
    public List<Proposal> noNodes(PodFinding.NoNodes finding) {
        return List.of();
    }

    @Override
    public List<Proposal> rejectedByPreFilter(PodFinding.RejectedByPreFilter finding) {
        return finding.rejection().accept(this);
    }

    /** What helps on the nodes of which the least is said, or one node more. */
    @Override
    public List<Proposal> fitsNowhere(PodFinding.FitsNowhere finding) {
        return new NodeProposals(cluster, pod, finding, asked).all();
    }

    @Override
    public List<Proposal> contradictoryAffinity(PodRejection.ContradictoryAffinity rejection) {
        return List.of();
    }

    /** A claim as it comes: of the default class, if there is one, else without. */
    @Override
    public List<Proposal> claimNotFound(PodRejection.ClaimNotFound rejection) {
        JsonObject requests = JsonObject.of("requests", JsonObject.of("storage", new JsonString("1Gi")));
        JsonObject.Builder spec = JsonObject.builder()
                .put("accessModes", JsonArray.of(new JsonString("ReadWriteOnce")))
                .put("resources", requests);
        if (StorageClasses.defaultClass(cluster).isEmpty()) {
            spec.put("storageClassName", "");
        }
        JsonObject claim = JsonObject.builder()
                .put("apiVersion", PersistentVolumeClaim.KIND.apiVersion())
                .put("kind", PersistentVolumeClaim.KIND.name())
                .put(
                        "metadata",
                        JsonObject.builder()
                                .put("namespace", rejection.claim().namespace())
                                .put("name", rejection.claim().name())
                                .build())
                .put("spec", spec.build())
                .build();
        String purpose = "create claim " + rejection.claim().qualifiedName();
        return List.of(Proposal.of(new Edit.Create(claim, purpose), Fix.Cost.ADDITION));
    }

    @Override
    public List<Proposal> ephemeralClaimNotFound(PodRejection.EphemeralClaimNotFound rejection) {
        return List.of();
    }

    @Override
    public List<Proposal> ephemeralClaimOfAnother(PodRejection.EphemeralClaimOfAnother rejection) {
        return List.of();
    }

    @Override
    public List<Proposal> claimLost(PodRejection.ClaimLost rejection) {
        return ofClaims(List.of(rejection.claim()));
    }

    @Override
    public List<Proposal> claimBeingDeleted(PodRejection.ClaimBeingDeleted rejection) {
        return List.of();
    }

    @Override
    public List<Proposal> unboundImmediateClaims(PodRejection.UnboundImmediateClaims rejection) {
        return ofClaims(rejection.claims());
    }

    @Override
    public List<Proposal> volumeNotFound(PodRejection.VolumeNotFound rejection) {
        return ofClaims(List.of(rejection.claim()));
    }
}
