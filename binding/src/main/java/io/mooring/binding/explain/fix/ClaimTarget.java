package io.mooring.binding.explain.fix;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.NotKnown;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A claim that is to be Bound. */
record ClaimTarget(Ref<PersistentVolumeClaim> object) implements Target {
    @Override
    public boolean isReached(Cluster settled) {
        return settled.get(object)
                .filter(claim ->
                        claim.isBound() || Awaited.outside(settled, claim).isPresent())
                .isPresent();
    }

    @Override
    public List<String> openEnds(Cluster settled) {
        return settled.get(object).flatMap(claim -> Awaited.outside(settled, claim)).stream()
                .map(provisioner ->
                        "the volume is then for " + provisioner + " to make, which is not part of the trial")
                .toList();
    }

    /** With how the pods stand that it waits for. */
    @Override
    public Object standing(Cluster settled) {
        return List.of(
                settled.get(object).map(PersistentVolumeClaim::spec).stream().toList(),
                finding(settled).stream().toList(),
                waitingPods(settled)
                        .map(pod -> new PodTarget(pod).standing(settled))
                        .toList());
    }

    @Override
    public List<Proposal> proposals(Cluster settled) {
        return ClaimProposals.of(settled, object, Set.of());
    }

    private Stream<Ref<Pod>> waitingPods(Cluster settled) {
        return finding(settled)
                .filter(ClaimBindingFinding.ConsumersNotScheduled.class::isInstance)
                .map(ClaimBindingFinding.ConsumersNotScheduled.class::cast)
                .stream()
                .flatMap(waiting -> waiting.pods().stream());
    }

    private Optional<ClaimBindingFinding> finding(Cluster settled) {
        return settled.get(object).map(claim -> ClaimFindings.of(settled, claim));
    }

    @Override
    public boolean mayLose(KubernetesObject lost) {
        return false;
    }

    @Override
    public List<ObjectKind<?>> unknown(Cluster settled) {
        return finding(settled)
                .filter(NotKnown.class::isInstance)
                .<List<ObjectKind<?>>>map(gap -> List.of(((NotKnown) gap).gap().kind()))
                .orElse(List.of());
    }

    @Override
    public Optional<FixResult> contradiction(Cluster settled) {
        return settled.get(object)
                .flatMap(claim -> VolumeDemand.of(claim).contradiction())
                .map(requirements -> new FixResult.Contradictory(object, object, requirements));
    }
}
