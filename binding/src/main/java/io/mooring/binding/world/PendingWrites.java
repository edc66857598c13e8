package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * A controller's writes that are under way.
 *
 * @param item what they are about
 * @param rest what is not written yet
 * @param written the versions of what was written already: later writes build on them, not on what was read
 */
record PendingWrites<I>(I item, List<Write> rest, HashPMap<Ref<?>, String> written) {

    static <I> PendingWrites<I> of(I item, List<Write> writes) {
        return new PendingWrites<>(item, List.copyOf(writes), HashTreePMap.empty());
    }

    PendingWrites<I> afterFirst() {
        return new PendingWrites<>(item, rest.subList(1, rest.size()), written);
    }

    /** The version of the object that was last written here. */
    Optional<String> version(KubernetesObject object) {
        return Optional.ofNullable(written.get(object.ref()));
    }

    PendingWrites<I> wrote(Ref<?> object, String version) {
        return new PendingWrites<>(item, rest, written.plus(object, version));
    }
}
