package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * A controller's writes on their way.
 *
 * @param key what they are about
 * @param rest what is not written yet
 * @param written the versions of what this flight wrote itself: its later writes build on them, not on what was read
 */
record Flight(Ref<?> key, List<Write> rest, HashPMap<Ref<?>, String> written) {

    static Flight of(Ref<?> key, List<Write> writes) {
        return new Flight(key, List.copyOf(writes), HashTreePMap.empty());
    }

    Flight afterFirst() {
        return new Flight(key, rest.subList(1, rest.size()), written);
    }

    /** The version of the object that this flight wrote last. */
    Optional<String> version(KubernetesObject object) {
        return Optional.ofNullable(written.get(object.ref()));
    }

    Flight wrote(Ref<?> object, String version) {
        return new Flight(key, rest, written.plus(object, version));
    }
}
