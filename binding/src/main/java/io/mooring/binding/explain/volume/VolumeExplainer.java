package io.mooring.binding.explain.volume;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumePhase;
import java.util.Optional;

/** Explains how a volume stands that is not being deleted. */
public final class VolumeExplainer {
    private VolumeExplainer() {}

    /** Whose it is, or why it is nobody's and who could take it. */
    public static Explanation explain(Cluster cluster, PersistentVolume volume) {
        return wanted(cluster, volume, standing(Evidence.of(cluster), volume));
    }

    /** The same without who could take it, which is dear where many claims wait. */
    public static Explanation standing(Evidence evidence, PersistentVolume volume) {
        return VolumeFindings.of(evidence.cluster(), volume).accept(new VolumeByFinding(evidence, volume));
    }

    /** The explanation with the claims that could take a volume that nobody has, or that could once its claimRef is cleared. */
    public static Explanation wanted(Cluster cluster, PersistentVolume volume, Explanation explanation) {
        VolumeBindingFinding finding = VolumeFindings.of(cluster, volume);
        if (finding instanceof VolumeBindingFinding.Unclaimed) {
            return ClaimCandidates.of(cluster, volume).onto(explanation);
        }
        return finding instanceof VolumeBindingFinding.Retained
                ? ClaimCandidates.of(cluster, freed(volume)).onto(explanation)
                : explanation;
    }

    private static PersistentVolume freed(PersistentVolume volume) {
        return volume.withSpec(volume.spec().withClaimRef(Optional.empty()))
                .withStatus(volume.status().withPhase(VolumePhase.AVAILABLE));
    }
}
