package io.mooring;

import io.mooring.binding.world.Dump;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ResourceVersion;
import io.mooring.tree.FieldPath;
import io.mooring.yaml.DumpListener;
import io.mooring.yaml.Location;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Collects what a dump has while it is read. */
final class DumpedObjects implements DumpListener {
    private final List<Dump.Stored> objects = new ArrayList<>();
    private final List<ObjectKind<?>> kinds = new ArrayList<>();
    private final Set<Place> flawed = new HashSet<>();
    private final List<Location> stored = new ArrayList<>();
    private final List<Location> written = new ArrayList<>();
    private final IntConsumer progress;
    private long version;

    DumpedObjects(IntConsumer progress) {
        this.progress = progress;
    }

    /** Where an object stands. */
    private record Place(String source, int document, FieldPath item) {
        static Place of(Location location) {
            return new Place(location.source(), location.document(), location.item());
        }
    }

    /** Without a name it is nobody. */
    @Override
    public void object(Manifest manifest) {
        if (manifest.object().metadata().name().isEmpty()) {
            return;
        }
        objects.add(new Dump.Stored(manifest.object(), manifest.tree()));
        if (!isEvent(manifest)) {
            boolean hasUid = !manifest.object().metadata().uid().isEmpty();
            (hasUid ? stored : written).add(manifest.location());
        }
        progress.accept(objects.size());
        if (manifest.isFlawed()) {
            flawed.add(Place.of(manifest.location()));
        }
    }

    /** Nobody writes events by hand, and those that Mooring writes have no uid: they tell nothing. */
    private static boolean isEvent(Manifest manifest) {
        return manifest.object().kind().name().equals("Event");
    }

    @Override
    public void list(Optional<ObjectKind<?>> kind, String resourceVersion) {
        kind.ifPresent(kinds::add);
        ResourceVersion.parse(resourceVersion).ifPresent(each -> version = Math.max(version, each.number()));
    }

    /** Where the objects are that have a uid. */
    List<Location> stored() {
        return List.copyOf(stored);
    }

    /** Where the objects are that have none. */
    List<Location> written() {
        return List.copyOf(written);
    }

    Dump dump() {
        return Dump.NONE.and(objects).given(kinds).atVersion(Long.toString(version));
    }

    /** A problem within an object that is there is a remark; any other keeps something from being there. */
    Remarks remarks(List<Problem> problems) {
        Remarks remarks = new Remarks();
        for (Problem problem : problems) {
            if (flawed.contains(Place.of(problem.location()))) {
                remarks.remark(problem);
            } else {
                remarks.refuse(problem);
            }
        }
        return remarks;
    }
}
