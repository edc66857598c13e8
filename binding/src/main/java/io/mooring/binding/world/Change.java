package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
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

    /** An object that was not there before. */
    public static Change creation(KubernetesObject object) {
        return new Change(Optional.empty(), Optional.of(object));
    }

    /** An object that is there still, but otherwise than before. */
    public static Change update(KubernetesObject before, KubernetesObject after) {
        return new Change(Optional.of(before), Optional.of(after));
    }

    /** An object that is gone. */
    public static Change removal(KubernetesObject object) {
        return new Change(Optional.of(object), Optional.empty());
    }

    /** The object, as it is or else as it last was. */
    public KubernetesObject object() {
        return after.or(() -> before).orElseThrow();
    }

    /** The object, as it is or else as it last was, if it is of this kind. */
    public <T extends KubernetesObject> Optional<T> object(ObjectKind<T> kind) {
        return after(kind).or(() -> before(kind));
    }

    /** The object that changed. */
    public Ref<?> ref() {
        return object().ref();
    }

    /** Whether the object is of this kind. */
    public boolean isOf(ObjectKind<?> kind) {
        return object().kind().equals(kind);
    }

    /** True when the object is new. */
    public boolean isCreation() {
        return before.isEmpty();
    }

    /** True when the object is gone. */
    public boolean isRemoval() {
        return after.isEmpty();
    }

    /** How many more objects there are: 1, 0 or -1. */
    public int difference() {
        return (after.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0);
    }

    /** The object before, if it was there and is of this kind. */
    public <T extends KubernetesObject> Optional<T> before(ObjectKind<T> kind) {
        return before.filter(object -> object.kind().equals(kind)).map(kind.type()::cast);
    }

    /** The object after, if it is there and is of this kind. */
    public <T extends KubernetesObject> Optional<T> after(ObjectKind<T> kind) {
        return after.filter(object -> object.kind().equals(kind)).map(kind.type()::cast);
    }
}
