package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.meta.ObjectKind;
import java.util.Optional;

/**
 * What one write did to one object; it was there before, or is there after, or both.
 *
 * @param before the object as it was; empty when it was created
 * @param after the object as it is; empty when it is gone
 */
public record Change(Optional<KubernetesObject> before, Optional<KubernetesObject> after) {
    public Change {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change has an object before it, after it, or both");
        }
    }

    /** The object, as it is or else as it last was. */
    public KubernetesObject object() {
        return after.or(() -> before).orElseThrow();
    }

    public Ref<?> key() {
        return object().ref();
    }

    public boolean isOf(ObjectKind<?> kind) {
        return object().kind().equals(kind);
    }

    public boolean isCreation() {
        return before.isEmpty();
    }

    /** True when the object is gone. */
    public boolean isRemoval() {
        return after.isEmpty();
    }
}
