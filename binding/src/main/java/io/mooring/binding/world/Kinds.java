package io.mooring.binding.world;

import io.mooring.meta.ObjectKind;
import java.util.List;

/**
 * The kinds of object whose changes somebody wants to hear of: some, or all.
 *
 * <pre>{@code
 * Kinds.of(Pod.KIND, PersistentVolumeClaim.KIND).contains(Node.KIND)      // false
 * }</pre>
 */
public final class Kinds {
    /** Every kind, those of custom resources included. */
    public static final Kinds ALL = new Kinds(List.of());

    private final List<ObjectKind<?>> named;

    private Kinds(List<ObjectKind<?>> named) {
        this.named = named;
    }

    /** These kinds and no others. */
    public static Kinds of(ObjectKind<?>... kinds) {
        return of(List.of(kinds));
    }

    /** These kinds and no others. */
    public static Kinds of(List<ObjectKind<?>> kinds) {
        return new Kinds(List.copyOf(kinds));
    }

    /** Whether the kind is among them. */
    public boolean contains(ObjectKind<?> kind) {
        return this == ALL || named.contains(kind);
    }

    /** The kinds that were named; none if it is every kind. */
    public List<ObjectKind<?>> named() {
        return named;
    }
}
