package io.mooring.binding.explain.fix;

import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.surroundings.NodeExplainer;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A pod that is to run: it has a node that answers, its claims are bound and their volumes attached. What its containers do is not modelled. */
record PodTarget(Ref<Pod> object) implements Target {
    @Override
    public boolean isReached(Cluster settled) {
        return settled.get(object)
                .filter(pod -> pod.hasEnded()
                        || pod.isReady()
                        || (pod.isPlaced()
                                && hasAll(settled, pod)
                                && silentNode(settled, pod).isEmpty())
                        || Awaited.isAll(settled, pod))
                .isPresent();
    }

    @Override
    public List<Fact> holds(Cluster settled) {
        return settled
                .get(object)
                .flatMap(pod -> silentNode(settled, pod))
                .map(node -> NodeExplainer.silence(node.ref()))
                .stream()
                .toList();
    }

    private static Optional<Node> silentNode(Cluster settled, Pod pod) {
        return settled.get(Node.KIND.ref("", pod.spec().nodeName())).filter(node -> !node.answers());
    }

    @Override
    public List<String> openEnds(Cluster settled) {
        return settled.get(object).stream()
                .flatMap(pod -> pod.claims().stream())
                .flatMap(claim -> new ClaimTarget(claim).openEnds(settled).stream())
                .distinct()
                .toList();
    }

    private static boolean hasAll(Cluster settled, Pod pod) {
        return pod.claims().stream()
                        .allMatch(claim -> settled.get(claim)
                                .filter(PersistentVolumeClaim::isBound)
                                .isPresent())
                && AttachmentFindings.of(settled, pod).stream().allMatch(AttachmentFinding.Attached.class::isInstance);
    }

    /** With its claims, since a pod stands the same until the last of them is bound. */
    @Override
    public Object standing(Cluster settled) {
        return settled.get(object)
                .map(pod -> List.of(
                        PodFindings.of(settled, pod),
                        AttachmentFindings.of(settled, pod),
                        pod.claims().stream()
                                .flatMap(claim -> settled.get(claim).stream())
                                .map(claim -> List.of(claim.spec(), ClaimFindings.of(settled, claim)))
                                .toList()))
                .orElse(List.of());
    }

    @Override
    public List<Proposal> proposals(Cluster settled) {
        return PodProposals.of(settled, object, Set.of());
    }

    @Override
    public boolean mayLose(KubernetesObject lost) {
        return lost.ref().equals(object);
    }

    @Override
    public List<ObjectKind<?>> unknown(Cluster settled) {
        return settled.get(object)
                .map(pod -> PodFindings.of(settled, pod))
                .filter(PodFinding.NotKnown.class::isInstance)
                .map(finding -> ((PodFinding.NotKnown) finding).kinds())
                .orElse(List.of());
    }
}
