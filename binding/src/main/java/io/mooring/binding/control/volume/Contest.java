package io.mooring.binding.control.volume;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.storage.PersistentVolume;
import java.util.Optional;

/**
 * Whether a write takes something that others may want too: here, whether it ties a volume to a claim that no claim held before.
 * A controller that takes something else overrides its case.
 */
public class Contest implements Write.Cases<Boolean> {
    private final Cluster cluster;

    /** @param cluster before the write */
    public Contest(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Boolean update(Write.Update write) {
        return Optional.of(write.object())
                .filter(PersistentVolume.class::isInstance)
                .map(PersistentVolume.class::cast)
                .filter(PersistentVolume::isHeld)
                .filter(volume -> cluster.get(volume.ref())
                        .filter(PersistentVolume::isHeld)
                        .isEmpty())
                .isPresent();
    }

    @Override
    public Boolean bind(Write.Bind write) {
        return false;
    }

    @Override
    public Boolean create(Write.Create write) {
        return false;
    }

    @Override
    public Boolean createAdmitted(Write.CreateAdmitted write) {
        return false;
    }

    @Override
    public Boolean updateStatus(Write.UpdateStatus write) {
        return false;
    }

    @Override
    public Boolean delete(Write.Delete write) {
        return false;
    }

    @Override
    public Boolean emit(Write.Emit write) {
        return false;
    }

    @Override
    public Boolean lookAgain(Write.LookAgain write) {
        return false;
    }

    @Override
    public Boolean note(Write.Note write) {
        return false;
    }

    @Override
    public Boolean forget(Write.Forget write) {
        return false;
    }
}
