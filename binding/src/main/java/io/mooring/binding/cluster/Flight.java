package io.mooring.binding.cluster;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKey;
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
record Flight(ObjectKey key, List<Write> rest, HashPMap<ObjectKey, String> written) {

    static Flight of(ObjectKey key, List<Write> writes) {
        return new Flight(key, List.copyOf(writes), HashTreePMap.empty());
    }

    Flight afterFirst() {
        return new Flight(key, rest.subList(1, rest.size()), written);
    }

    /** The version of the object that this flight wrote last. */
    Optional<String> version(KubernetesObject object) {
        return Optional.ofNullable(written.get(object.key()));
    }

    Flight wrote(ObjectKey object, String version) {
        return new Flight(key, rest, written.plus(object, version));
    }
}
