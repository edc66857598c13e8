package io.mooring.binding.explain.fix;

import io.mooring.binding.control.protection.ClaimUseFindings;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.deletion.DeletionExplainer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object that is being deleted, and is to go. What goes with it was asked for together with it. A finalizer is never taken
 * away: whoever set it does what has to be done before.
 */
record DeletionTarget(KubernetesObject doomed) implements Target {
    @Override
    public Ref<?> object() {
        return doomed.ref();
    }

    @Override
    public boolean isReached(Cluster settled) {
        return settled.get(doomed.ref())
                .filter(found -> found.metadata().uid().equals(doomed.metadata().uid()))
                .isEmpty();
    }

    @Override
    public Object standing(Cluster settled) {
        return holders(settled).map(Pod::ref).toList();
    }

    @Override
    public List<Proposal> proposals(Cluster settled) {
        return holders(settled).map(pod -> stopping(settled, pod)).toList();
    }

    /** The pods that hold the claim, or the claim of the volume, where that is being deleted too. */
    private Stream<Pod> holders(Cluster settled) {
        return claim(settled).stream().flatMap(claim -> ClaimUseFindings.holders(settled, claim));
    }

    private Optional<PersistentVolumeClaim> claim(Cluster settled) {
        Optional<PersistentVolumeClaim> claim = doomed instanceof PersistentVolume volume
                ? volume.claim().flatMap(settled::get).filter(volume::isHeldBy)
                : Optional.of(doomed)
                        .filter(PersistentVolumeClaim.class::isInstance)
                        .map(PersistentVolumeClaim.class::cast);
        return claim.filter(found -> found.metadata().isBeingDeleted());
    }

    private Proposal stopping(Cluster settled, Pod pod) {
        String name = "pod " + pod.ref().qualifiedName();
        List<String> warnings = new ArrayList<>();
        warnings.add(
                pod.metadata().controller().isPresent()
                        ? name + " stops, and what made it makes another"
                        : name + " stops, and nobody makes another");
        claim(settled)
                .flatMap(PersistentVolumeClaim::volume)
                .flatMap(settled::get)
                .filter(volume -> !volume.hasReclaimPolicy(ReclaimPolicy.RETAIN))
                .ifPresent(volume -> warnings.add("the data of volume "
                        + volume.metadata().name() + " are deleted with the claim, as was asked for"));
        return new Proposal(List.of(new Edit.Delete(pod.ref(), "delete " + name)), Fix.Cost.RENEWAL, warnings);
    }

    /** Itself, its volume if it is a claim, and its claim if it is a volume; each only if it was held by the other. */
    @Override
    public boolean mayLose(KubernetesObject lost) {
        if (doomed instanceof PersistentVolumeClaim claim && lost instanceof PersistentVolume volume) {
            return volume.isHeldBy(claim);
        }
        if (doomed instanceof PersistentVolume volume && lost instanceof PersistentVolumeClaim claim) {
            return volume.isHeldBy(claim) && claim.metadata().isBeingDeleted();
        }
        return lost.ref().equals(doomed.ref());
    }

    @Override
    public List<Fact> holds(Cluster settled) {
        return settled.get(doomed.ref())
                .map(found -> DeletionExplainer.holds(settled, found))
                .orElse(List.of());
    }

    @Override
    public List<ObjectKind<?>> unknown(Cluster settled) {
        return claim(settled).isPresent() && !settled.isKnown(Pod.KIND) ? List.of(Pod.KIND) : List.of();
    }
}
