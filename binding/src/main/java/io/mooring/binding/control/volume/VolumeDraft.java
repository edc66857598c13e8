package io.mooring.binding.control.volume;

import io.mooring.binding.world.Write;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumePhase;
import java.util.ArrayList;
import java.util.List;

/** The writes about one volume as they add up, each building on the ones before; what changes nothing is left out. */
public final class VolumeDraft {
    private final List<Write> writes = new ArrayList<>();
    private PersistentVolume volume;

    public VolumeDraft(PersistentVolume volume) {
        this.volume = volume;
    }

    public PersistentVolume volume() {
        return volume;
    }

    public void update(PersistentVolume changed) {
        if (!changed.equals(volume)) {
            volume = changed;
            writes.add(new Write.Update(changed));
        }
    }

    /** Models {@code updateVolumePhase}: the message changes with the phase only. */
    public void phase(VolumePhase phase, String message) {
        if (!volume.isIn(phase)) {
            volume = volume.withStatus(volume.status().withPhase(phase).withMessage(message));
            writes.add(new Write.UpdateStatus(volume));
        }
    }

    public void emit(EventText event) {
        writes.add(event.about(volume));
    }

    public void add(List<Write> others) {
        writes.addAll(others);
    }

    public List<Write> writes() {
        return List.copyOf(writes);
    }

    /** The writes so far, to be put in order with those about another object. */
    public List<Write> takeWrites() {
        List<Write> taken = List.copyOf(writes);
        writes.clear();
        return taken;
    }
}
