package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one write did to one object; it was there before, or is there after, or both.
 *
 * <pre>{@code
 * change.as(PersistentVolumeClaim.KIND)       // the same as a change of a claim, if it is one
 *     .flatMap(Change::after)                 // the claim as it is now, if it is still there
 * }</pre>
 *
 * @param <T> the object's type, where its kind is known
 */
public final class Change<T extends KubernetesObject> {
    private final Optional<T> before;
    private final Optional<T> after;

    /** One for all who keep it: views of all kinds do. */
    private final Ref<?> ref;

    private Change(Optional<T> before, Optional<T> after) {
        this.before = before;
        this.after = after;
        this.ref = object().ref();
    }

    /**
     * What became of an object.
     *
     * @param before the object as it was; empty when it was created
     * @param after the object as it is; empty when it is gone
     * @throws IllegalArgumentException if both are empty
     */
    public static <T extends KubernetesObject> Change<T> of(Optional<T> before, Optional<T> after) {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change has an object before it, after it, or both");
        }
        return new Change<>(before, after);
    }

    /** An object that was not there before. */
    public static <T extends KubernetesObject> Change<T> creation(T object) {
        return new Change<>(Optional.empty(), Optional.of(object));
    }

    /** An object that is there still, but otherwise than before. */
    public static <T extends KubernetesObject> Change<T> update(T before, T after) {
        return new Change<>(Optional.of(before), Optional.of(after));
    }

    /** An object that is gone. */
    public static <T extends KubernetesObject> Change<T> removal(T object) {
        return new Change<>(Optional.of(object), Optional.empty());
    }

    /** What takes it back. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // What was after it comes before.
    Change<T> undone() {
        return new Change<>(after, before);
    }

    /** The object as it was; empty when it was created. */
    public Optional<T> before() {
        return before;
    }

    /** The object as it is; empty when it is gone. */
    public Optional<T> after() {
        return after;
    }

    /** The object, as it is or else as it last was. */
    public T object() {
        return after.isPresent() ? after.get() : before.orElseThrow();
    }

    /** The kind of the object that changed. */
    public ObjectKind<?> kind() {
        return ref.kind();
    }

    /** The object that changed. */
    @SuppressWarnings("unchecked")
    public Ref<T> ref() {
        return (Ref<T>) ref;
    }

    /** Whether the object is of this kind. */
    public boolean isOf(ObjectKind<?> kind) {
        return kind().equals(kind);
    }

    /** The same, as a change of an object of this kind; empty if it is of another. */
    @SuppressWarnings("unchecked")
    public <K extends KubernetesObject> Optional<Change<K>> as(ObjectKind<K> kind) {
        return isOf(kind) ? Optional.of((Change<K>) this) : Optional.empty();
    }

    /** True when the object is new. */
    public boolean isCreation() {
        return before.isEmpty();
    }

    /** True when the object is gone. */
    public boolean isRemoval() {
        return after.isEmpty();
    }

    /** True when the object was there before and is there still. */
    public boolean isUpdate() {
        return before.isPresent() && after.isPresent();
    }

    /** How many more objects there are: 1, 0 or -1. */
    public int difference() {
        return (after.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Change<?> change && before.equals(change.before) && after.equals(change.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(before, after);
    }

    @Override
    public String toString() {
        return "Change[before=" + before + ", after=" + after + "]";
    }
}
