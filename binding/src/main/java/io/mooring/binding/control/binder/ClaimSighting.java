package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.Report;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.lifecycle.ClaimEvent;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/**
 * What was observed of a claim, and what is needed to act on it.
 *
 * @param volume the volume that it is about, where there is one
 * @param name the default class or the provisioner that it is about, where there is one
 * @param report what to say, should the transition ask for it
 */
record ClaimSighting(
        ClaimEvent event, Optional<PersistentVolume> volume, Optional<String> name, Optional<Report> report) {

    private static final Report NO_CLASS = Report.normal(
            "FailedBinding", "no persistent volumes available for this claim and no storage class is set");
    private static final Report NAME_LOST = Report.warning(
            "ClaimLost", "Bound claim has lost reference to PersistentVolume. Data on the volume is lost!");
    private static final Report VOLUME_LOST =
            Report.warning("ClaimLost", "Bound claim has lost its PersistentVolume. Data on the volume is lost!");
    private static final Report MISBOUND =
            Report.warning("ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly");
    private static final Report NO_CONSUMER =
            Report.normal("WaitForFirstConsumer", "waiting for first consumer to be created before binding");

    static ClaimSighting of(ClaimEvent event) {
        return new ClaimSighting(event, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ClaimSighting of(ClaimEvent event, PersistentVolume volume) {
        return new ClaimSighting(event, Optional.of(volume), Optional.empty(), Optional.empty());
    }

    static ClaimSighting of(ClaimEvent event, String name) {
        return new ClaimSighting(event, Optional.empty(), Optional.of(name), Optional.empty());
    }

    static ClaimSighting of(ClaimEvent event, Report report) {
        return new ClaimSighting(event, Optional.empty(), Optional.empty(), Optional.of(report));
    }

    ClaimSighting telling(Report told) {
        return new ClaimSighting(event, volume, name, Optional.of(told));
    }

    /** Models {@code syncClaim}: whoever was bound once is judged as bound, whatever the phase. */
    static ClaimSighting of(Cluster world, PersistentVolumeClaim claim) {
        boolean wasBound = claim.metadata().annotations().containsKey(VolumeAnnotations.BIND_COMPLETED);
        boolean isNamed = !claim.spec().volumeName().isEmpty();
        if (wasBound) {
            return isNamed ? bound(world, claim) : of(ClaimEvent.VOLUME_NAME_LOST, NAME_LOST);
        }
        return isNamed ? named(world, claim) : unbound(world, claim);
    }

    /** Models {@code syncBoundClaim}, which looks at the uid alone. */
    private static ClaimSighting bound(Cluster world, PersistentVolumeClaim claim) {
        Optional<PersistentVolume> volume = world.volume(claim.spec().volumeName());
        if (volume.isEmpty()) {
            return of(ClaimEvent.VOLUME_LOST, VOLUME_LOST);
        }
        String holder = volume.get()
                .spec()
                .claimRef()
                .map(ObjectReference::uid)
                .orElse(claim.metadata().uid());
        return holder.equals(claim.metadata().uid())
                ? of(ClaimEvent.VOLUME_HELD, volume.get())
                : of(ClaimEvent.MISBOUND, MISBOUND);
    }

    /** Models the second half of {@code syncUnboundClaim}. */
    private static ClaimSighting named(Cluster world, PersistentVolumeClaim claim) {
        Optional<PersistentVolume> found = world.volume(claim.spec().volumeName());
        if (found.isEmpty()) {
            return of(ClaimEvent.NAMED_VOLUME_MISSING);
        }
        PersistentVolume volume = found.get();
        if (volume.spec().claimRef().isEmpty()) {
            return Satisfaction.obstacle(volume, claim)
                    .map(why -> of(ClaimEvent.NAMED_VOLUME_UNFIT, mismatch(volume, why)))
                    .orElseGet(() -> of(ClaimEvent.VOLUME_FITS, volume));
        }
        if (volume.isReservedFor(claim)) {
            return of(ClaimEvent.VOLUME_FITS, volume);
        }
        boolean wasChosen = claim.metadata().annotations().containsKey(VolumeAnnotations.BOUND_BY_CONTROLLER);
        return of(
                wasChosen ? ClaimEvent.CHOSEN_VOLUME_TAKEN : ClaimEvent.NAMED_VOLUME_TAKEN,
                Report.warning(
                        "FailedBinding",
                        "volume \"" + volume.metadata().name() + "\" already bound to a different claim."));
    }

    private static Report mismatch(PersistentVolume volume, String why) {
        return Report.warning(
                "VolumeMismatch",
                "Cannot bind to requested volume \"" + volume.metadata().name() + "\": " + why);
    }

    /** Models the first half of {@code syncUnboundClaim}. */
    private static ClaimSighting unbound(Cluster world, PersistentVolumeClaim claim) {
        return Matching.find(world, claim)
                .map(volume -> of(ClaimEvent.VOLUME_FITS, volume))
                .orElseGet(() -> unmatched(world, claim));
    }

    private static ClaimSighting unmatched(Cluster world, PersistentVolumeClaim claim) {
        if (claim.className().isEmpty()) {
            return StorageClasses.defaultClass(world)
                    .map(found -> of(
                            ClaimEvent.DEFAULT_CLASS_APPEARED, found.metadata().name()))
                    .orElseGet(() -> of(ClaimEvent.NO_CLASS, NO_CLASS));
        }
        String className = claim.className().get();
        if (className.isEmpty()) {
            return of(ClaimEvent.NO_CLASS, NO_CLASS);
        }
        Optional<StorageClass> storageClass = world.storageClass(className);
        if (storageClass.filter(StorageClass::waitsForFirstConsumer).isPresent() && !isOnItsWay(claim)) {
            return of(ClaimEvent.AWAITS_CONSUMER, consumer(world, claim));
        }
        return ClaimProvisioning.ask(claim, className, storageClass);
    }

    /** Models {@code IsDelayBindingProvisioning}. */
    private static boolean isOnItsWay(PersistentVolumeClaim claim) {
        return claim.metadata().annotations().containsKey(VolumeAnnotations.SELECTED_NODE);
    }

    /** Models {@code emitEventForUnboundDelayBindingClaim}. */
    private static Report consumer(Cluster world, PersistentVolumeClaim claim) {
        List<String> pods = VolumeIndexes.PODS_BY_CLAIM
                .find(world, claim.ref())
                .filter(pod -> !pod.isTerminated() && !pod.isPlaced())
                .map((Pod pod) -> pod.metadata().name())
                .toList();
        if (pods.isEmpty()) {
            return NO_CONSUMER;
        }
        String subject = pods.size() == 1 ? "pod " : "pods ";
        return Report.normal(
                "WaitForPodScheduled", "waiting for " + subject + String.join(",", pods) + " to be scheduled");
    }
}
