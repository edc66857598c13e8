package io.mooring.binding.control.attach;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.Attaching;
import io.mooring.binding.control.part.Asking;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import java.util.Objects;

/**
 * An attacher as it is asked: whatever it does, there is an answer.
 *
 * @param name asked once
 * @param holdsVolumes asked once
 */
record AskedAttacher(Attacher part, String name, boolean holdsVolumes) implements Attacher {

    static AskedAttacher of(Attacher part) {
        return new AskedAttacher(part, Objects.requireNonNull(part.name(), "an attacher's name"), part.holdsVolumes());
    }

    @Override
    public Attaching attach(PersistentVolume volume, Ref<Node> node) {
        return Asking.ask(() -> part.attach(volume, node), Attaching.Failed::new);
    }

    @Override
    public Attaching detach(PersistentVolume volume, Ref<Node> node) {
        return Asking.ask(() -> part.detach(volume, node), Attaching.Failed::new);
    }
}
