package io.mooring.binding.control.provision;

import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import java.util.Optional;

/** A claim whose data a new volume is to have. Models {@code getPVCSource}. */
record ClonedClaim(DataSource source, ProvisioningRequest request) {
    private static final String UNFIT = "claim in dataSource not bound or invalid";

    /** Why it cannot be cloned. */
    Optional<String> problem() {
        Optional<PersistentVolumeClaim> found =
                request.objects().get(PersistentVolumeClaim.ref(source.namespace(), source.name()));
        return found.isPresent()
                ? claimProblem(found.get()).or(() -> volumeProblem(found.get()))
                : Optional.of("error getting PVC " + source.name() + " (namespace \""
                        + request.claim().metadata().namespace()
                        + "\") from api server: persistentvolumeclaim \"" + source.name() + "\" not found");
    }

    private Optional<String> claimProblem(PersistentVolumeClaim cloned) {
        String name = source.name();
        if (!cloned.isBound()) {
            return Optional.of("the PVC DataSource " + name + " must have a status of Bound.  Got {...}");
        }
        if (cloned.metadata().isBeingDeleted()) {
            return Optional.of("the PVC DataSource " + name + " is currently being deleted");
        }
        if (cloned.spec().storageClassName().isEmpty()) {
            return Optional.of("the source PVC (" + name + ") storageclass cannot be empty");
        }
        if (request.claim().spec().storageClassName().isEmpty()) {
            return Optional.of(
                    "the requested PVC (" + request.claim().metadata().name() + ") storageclass cannot be empty");
        }
        return sizeProblem(cloned);
    }

    private Optional<String> sizeProblem(PersistentVolumeClaim cloned) {
        long requested = request.claim().requestedStorage().upstreamValue();
        long size = cloned.requestedStorage().upstreamValue();
        return requested >= size
                ? Optional.empty()
                : Optional.of("error, new PVC request must be greater than or equal in size to the specified PVC data"
                        + " source, requested " + requested + " but source is " + size);
    }

    private Optional<String> volumeProblem(PersistentVolumeClaim cloned) {
        Optional<PersistentVolume> volume = cloned.volume().flatMap(request.objects()::get);
        return volume.filter(found -> isOf(cloned, found)).isPresent() ? modeProblem(volume.get()) : Optional.of(UNFIT);
    }

    private boolean isOf(PersistentVolumeClaim cloned, PersistentVolume volume) {
        return volume.isOfDriver(request.storageClass().provisioner()) && volume.isHeldBy(cloned) && volume.isBound();
    }

    private Optional<String> modeProblem(PersistentVolume volume) {
        boolean isBlock = volume.volumeMode().equals(VolumeMode.BLOCK);
        if (isBlock == request.claim().volumeMode().equals(VolumeMode.BLOCK)) {
            return Optional.empty();
        }
        return Optional.of("the source PVC and destination PVCs must have the same volume mode for cloning.  Source is "
                + (isBlock ? "Block, but new PVC requested Filesystem" : "Filesystem, but new PVC requested Block"));
    }
}
