package io.mooring.yaml;

import io.mooring.meta.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What was read of a text of which it is not yet known whether it counts. */
final class HeldObjects implements DumpListener {
    private final List<Consumer<DumpListener>> held = new ArrayList<>();

    @Override
    public void object(Manifest manifest) {
        held.add(listener -> listener.object(manifest));
    }

    @Override
    public void list(Optional<ObjectKind<?>> kind, String resourceVersion) {
        held.add(listener -> listener.list(kind, resourceVersion));
    }

    void handTo(DumpListener listener) {
        held.forEach(each -> each.accept(listener));
    }
}
