package io.mooring.binding.claims;

import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.Optional;

/** The claims and pods that there are already in the set's namespace, by name. */
public interface Existing {
    /** Neither claims nor pods. */
    Existing NOTHING = new Existing() {
        @Override
        public Optional<PersistentVolumeClaim> claim(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Pod> pod(String name) {
            return Optional.empty();
        }
    };

    /** The claim of that name, whoever made it. */
    Optional<PersistentVolumeClaim> claim(String name);

    /** The pod of that name. */
    Optional<Pod> pod(String name);
}
