package io.mooring.binding.world;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster comes from: what is known of it, and what its objects were when it was opened, as far as Mooring does not
 * know all of it.
 *
 * @param known of which kinds every object is known
 * @param carried the objects that have more in them than Mooring reads
 */
record Origin(Kinds known, Map<Ref<?>, Dump.Stored> carried) {
    /** Built from nothing: every object is known. */
    static final Origin BUILT = new Origin(Kinds.ALL, Map.of());

    static Origin of(Dump dump, Collection<Dump.Stored> objects) {
        Map<Ref<?>, Dump.Stored> carried = new HashMap<>();
        for (Dump.Stored stored : objects) {
            if (!Objects.write(stored.object()).equals(stored.tree())) {
                carried.put(stored.object().ref(), stored);
            }
        }
        return new Origin(dump.known(), carried);
    }

    /** The object as the API server would give it, with what it carried when the cluster was opened. */
    JsonObject tree(KubernetesObject object) {
        JsonObject written = Objects.write(object);
        Dump.@Nullable Stored stored = carried.get(object.ref());
        if (stored == null
                || !stored.object().metadata().uid().equals(object.metadata().uid())) {
            return written;
        }
        return (JsonObject) ThreeWayMerge.merge(Objects.write(stored.object()), stored.tree(), written);
    }
}
