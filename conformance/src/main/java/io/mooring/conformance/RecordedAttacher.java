package io.mooring.conformance;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.Attaching;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;

/** The attacher that the recorded control plane had: at once, and without external-attacher's finalizer on volumes. */
record RecordedAttacher(String name) implements Attacher {
    @Override
    public Attaching attach(PersistentVolume volume, Ref<Node> node) {
        return new Attaching.Done();
    }

    @Override
    public boolean holdsVolumes() {
        return false;
    }
}
