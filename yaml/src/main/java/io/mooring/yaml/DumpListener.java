package io.mooring.yaml;

import io.mooring.meta.ObjectKind;
import java.util.Optional;

/** Is told what a dump has, one thing after the other, in the order of the text; see {@link ManifestReader#readDump}. */
public interface DumpListener {
    /** An object; one with a problem too, with as much of it as could be read. */
    void object(Manifest manifest);

    /**
     * A list, before or after its items.
     *
     * @param kind of its items; empty for a {@code kind: List}, which has any
     * @param resourceVersion of the list as a whole; empty if it does not say
     */
    void list(Optional<ObjectKind<?>> kind, String resourceVersion);
}
