package io.mooring.binding.explain.volume;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.DeletionObstacle;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.finding.VolumeReclaimFinding.DeletionFailed;
import io.mooring.binding.finding.VolumeReclaimFinding.LeftToProvisioner;
import io.mooring.binding.finding.VolumeReclaimFinding.NoRecycler;
import io.mooring.binding.finding.VolumeReclaimFinding.Recycled;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerAtWork;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerNameTaken;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerPaused;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerWanted;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclingFailed;
import io.mooring.binding.finding.VolumeReclaimFinding.StorageDeleted;
import io.mooring.binding.finding.VolumeReclaimFinding.UsedByPods;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;

/** What becomes of the storage, in words. */
record ReclaimByFinding(PersistentVolume volume) implements VolumeReclaimFinding.Cases<Reclaim> {
    /** More are only counted. */
    private static final int MOST_PODS = 3;

    private static final String KEEP = "; under the policy Retain it would be kept, and could be freed by hand";

    @Override
    public Reclaim leftToProvisioner(LeftToProvisioner finding) {
        String who = volume.provisionedBy()
                .filter(name -> !name.isEmpty())
                .or(() -> volume.spec().source().flatMap(VolumeSource::csiDriver))
                .orElse("its provisioner");
        return new Reclaim(
                Outlook.WAITS,
                ", and goes when " + who + " has deleted its storage.",
                fact("is left to " + who + " to delete with its data; where that does not run, nobody does"));
    }

    @Override
    public Reclaim storageDeleted(StorageDeleted finding) {
        return new Reclaim(Outlook.WAITS, ", and is about to go with its data.", fact("is deleted with its data"));
    }

    @Override
    public Reclaim deletionFailed(DeletionFailed finding) {
        return new Reclaim(
                Outlook.BLOCKED,
                ", and its storage cannot be deleted.",
                fact(finding.obstacle().accept(new ObstacleText(volume)) + KEEP));
    }

    @Override
    public Reclaim usedByPods(UsedByPods finding) {
        return new Reclaim(
                Outlook.BLOCKED,
                ", and is scrubbed when no pod uses it any more.",
                fact("is used by " + Names.of(finding.pods(), MOST_PODS) + " still"));
    }

    @Override
    public Reclaim noRecycler(NoRecycler finding) {
        return new Reclaim(
                Outlook.BLOCKED,
                ", and nobody can scrub it.",
                fact("is of a kind that Kubernetes cannot scrub: only hostPath and nfs can be recycled" + KEEP));
    }

    @Override
    public Reclaim recyclerWanted(RecyclerWanted finding) {
        return new Reclaim(
                Outlook.WAITS,
                ", and is about to be scrubbed.",
                fact("is to be scrubbed by a pod, and free again then"));
    }

    @Override
    public Reclaim recyclerPaused(RecyclerPaused finding) {
        return new Reclaim(
                Outlook.BLOCKED,
                ", and could not be scrubbed; it is tried again after a while.",
                fact("could not be scrubbed by " + finding.pod().qualifiedName()));
    }

    @Override
    public Reclaim recyclerAtWork(RecyclerAtWork finding) {
        return new Reclaim(
                Outlook.WAITS,
                ", and is being scrubbed.",
                fact("is scrubbed by pod " + finding.pod().qualifiedName()
                        + ", and free again when the pod has succeeded"));
    }

    @Override
    public Reclaim recycled(Recycled finding) {
        return new Reclaim(
                Outlook.WAITS,
                ", was scrubbed, and is about to be free again.",
                fact("was scrubbed by pod " + finding.pod().qualifiedName()));
    }

    @Override
    public Reclaim recyclingFailed(RecyclingFailed finding) {
        return new Reclaim(
                Outlook.BLOCKED,
                ", and could not be scrubbed.",
                fact("could not be scrubbed by pod " + finding.pod().qualifiedName() + ": " + finding.message()));
    }

    @Override
    public Reclaim recyclerNameTaken(RecyclerNameTaken finding) {
        return new Reclaim(
                Outlook.WAITS,
                ", and is about to be scrubbed.",
                fact("is to be scrubbed by a pod of the name " + finding.pod().qualifiedName()
                        + ", which another pod has; that one is deleted first"));
    }

    private Fact fact(String text) {
        return Fact.of(FactCode.VOLUME_STORAGE, volume.ref(), VolumeByFinding.POLICY, text);
    }

    /** Why Kubernetes' own plug-ins cannot delete the storage. */
    private record ObstacleText(PersistentVolume volume) implements DeletionObstacle.Cases<String> {
        @Override
        public String noPluginForSource(DeletionObstacle.NoPluginForSource obstacle) {
            return "is of a kind (" + source() + ") whose storage nothing in Kubernetes deletes";
        }

        @Override
        public String sourceCannotBeDeleted(DeletionObstacle.SourceCannotBeDeleted obstacle) {
            return "is of a kind (" + source() + ") whose plug-in deletes nothing";
        }

        @Override
        public String noPluginOfName(DeletionObstacle.NoPluginOfName obstacle) {
            return "was made by " + obstacle.plugin() + ", which Kubernetes no longer has";
        }

        @Override
        public String pluginCannotDelete(DeletionObstacle.PluginCannotDelete obstacle) {
            return "was made by " + obstacle.plugin() + ", which deletes nothing";
        }

        @Override
        public String noHostPath(DeletionObstacle.NoHostPath obstacle) {
            return "was made by the host path plug-in, and has no host path";
        }

        @Override
        public String outsideTmp(DeletionObstacle.OutsideTmp obstacle) {
            return "is at " + obstacle.path() + ", and the host path plug-in deletes below /tmp only";
        }

        private String source() {
            return volume.spec().source().map(found -> found.type().field()).orElse("no source");
        }
    }
}
