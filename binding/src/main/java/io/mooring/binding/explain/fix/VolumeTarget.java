package io.mooring.binding.explain.fix;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Optional;

/** A volume that is to be Available or Bound. */
record VolumeTarget(Ref<PersistentVolume> object) implements Target {
    @Override
    public boolean isReached(Cluster settled) {
        return settled.get(object)
                .filter(volume -> volume.isBound() || volume.isIn(VolumePhase.AVAILABLE))
                .isPresent();
    }

    @Override
    public Object standing(Cluster settled) {
        return finding(settled);
    }

    private Optional<VolumeBindingFinding> finding(Cluster settled) {
        return settled.get(object).map(volume -> VolumeFindings.of(settled, volume));
    }

    @Override
    public List<Proposal> proposals(Cluster settled) {
        return settled.get(object)
                .map(volume -> VolumeFindings.of(settled, volume).accept(new VolumeProposals(settled, volume)))
                .orElse(List.of());
    }

    @Override
    public boolean mayLose(KubernetesObject lost) {
        return false;
    }

    @Override
    public List<ObjectKind<?>> unknown(Cluster settled) {
        return finding(settled)
                .filter(VolumeBindingFinding.NotKnown.class::isInstance)
                .<List<ObjectKind<?>>>map(gap -> List.of(((VolumeBindingFinding.NotKnown) gap).kind()))
                .orElse(List.of());
    }
}
