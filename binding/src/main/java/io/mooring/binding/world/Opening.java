package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.meta.ResourceVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dump taken apart: its objects, each once, and its events. */
record Opening(Dump dump, Collection<Dump.Stored> objects, List<StoredEvent> events) {

    static Opening of(Dump dump) {
        Map<Ref<?>, Dump.Stored> objects = new LinkedHashMap<>();
        Map<Ref<?>, StoredEvent> events = new LinkedHashMap<>();
        for (Dump.Stored stored : dump.objects()) {
            Ref<?> ref = stored.object().ref();
            StoredEvent.of(stored.tree())
                    .ifPresentOrElse(event -> events.put(ref, event), () -> objects.merge(ref, stored, Opening::newer));
        }
        return new Opening(dump, objects.values(), new ArrayList<>(events.values()));
    }

    private static Dump.Stored newer(Dump.Stored first, Dump.Stored second) {
        return version(second.object()) >= version(first.object()) ? second : first;
    }

    private static long version(KubernetesObject object) {
        return ResourceVersion.parse(object.metadata().resourceVersion())
                .map(ResourceVersion::number)
                .orElse(0L);
    }

    Cluster cluster(Controllers controllers) {
        ObjectStore store =
                ObjectStore.of(objects.stream().map(Dump.Stored::object).toList());
        return Cluster.opened(store, EventLog.of(events), DumpNumbers.of(dump), Origin.of(dump, objects))
                .with(controllers);
    }
}
