package io.mooring.binding.world;

import io.mooring.meta.ObjectKind;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of object whose changes somebody wants to hear of: some, or all.
 *
 * <pre>{@code
 * Kinds.of(Pod.KIND, PersistentVolumeClaim.KIND).contains(Node.KIND)      // false
 * }</pre>
 */
public final class Kinds {
    /** Every kind, those of custom resources included. */
    public static final Kinds ALL = new Kinds(Optional.empty());

    private final Optional<Set<ObjectKind<?>>> some;

    private Kinds(Optional<Set<ObjectKind<?>>> some) {
        this.some = some;
    }

    /**
     * These kinds and no others.
     *
     * @throws IllegalArgumentException if one stands there twice
     */
    public static Kinds of(ObjectKind<?>... kinds) {
        return of(Set.of(kinds));
    }

    /** These kinds and no others. */
    public static Kinds of(Set<ObjectKind<?>> kinds) {
        return new Kinds(Optional.of(Set.copyOf(kinds)));
    }

    /** Whether the kind is among them. */
    public boolean contains(ObjectKind<?> kind) {
        return some.isEmpty() || some.get().contains(kind);
    }

    /** The kinds that were named; none if it is every kind. */
    Set<ObjectKind<?>> named() {
        return some.orElse(Set.of());
    }
}
