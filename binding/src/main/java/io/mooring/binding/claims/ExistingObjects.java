package io.mooring.binding.claims;

import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.Optional;

/** The claims and pods that exist in the set's namespace. */
public interface ExistingObjects {
    /** Neither claims nor pods. */
    ExistingObjects NONE = new ExistingObjects() {
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

    /** The pod of that name, whoever made it. */
    Optional<Pod> pod(String name);
}
