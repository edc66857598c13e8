package io.mooring.binding.control.binder;

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
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Stream;

/** What is to be kept in mind of what became of the storage, and done with the pod that recycles it, before what the lifecycle says of the volume itself. */
record RecyclerWrites(Cluster cluster, PersistentVolume volume) implements VolumeReclaimFinding.Cases<List<Write>> {

    @Override
    public List<Write> leftToProvisioner(LeftToProvisioner finding) {
        return List.of();
    }

    @Override
    public List<Write> storageDeleted(StorageDeleted finding) {
        return List.of(new Write.Note(finding));
    }

    @Override
    public List<Write> deletionFailed(DeletionFailed finding) {
        return List.of();
    }

    @Override
    public List<Write> usedByPods(UsedByPods finding) {
        return VolumeEventTexts.of(finding).stream()
                .map(report -> report.about(volume))
                .toList();
    }

    @Override
    public List<Write> noRecycler(NoRecycler finding) {
        return List.of();
    }

    @Override
    public List<Write> recyclerWanted(RecyclerWanted finding) {
        return RecyclerPod.forVolume(volume, cluster.semantics()).<Write>map(Write.Create::new).stream()
                .toList();
    }

    @Override
    public List<Write> recyclerPaused(RecyclerPaused finding) {
        return List.of(new Write.LookAgain(Recycler.RETRY));
    }

    @Override
    public List<Write> recyclerAtWork(RecyclerAtWork finding) {
        return events(finding.pod()).toList();
    }

    @Override
    public List<Write> recycled(Recycled finding) {
        return Stream.concat(events(finding.pod()), Stream.of(new Write.Note(finding), Write.delete(finding.pod())))
                .toList();
    }

    /** That it failed is kept in mind, so that the next attempt waits. */
    @Override
    public List<Write> recyclingFailed(RecyclingFailed finding) {
        Stream<Write> next =
                Stream.of(Write.delete(finding.pod()), new Write.Note(finding), new Write.LookAgain(Recycler.RETRY));
        return Stream.concat(events(finding.pod()), next).toList();
    }

    /** Models {@code RecycleVolumeByWatchingPodUntilCompletion}, which cannot tell whether it is an old recycler. */
    @Override
    public List<Write> recyclerNameTaken(RecyclerNameTaken finding) {
        return List.of(Write.delete(finding.pod()), new Write.Note(finding), new Write.LookAgain(Recycler.RETRY));
    }

    private Stream<Write> events(Ref<Pod> pod) {
        return cluster.get(pod).stream().flatMap(found -> Recycler.events(volume, found));
    }
}
