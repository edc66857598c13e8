package io.mooring;

import io.mooring.yaml.Location;
import java.util.List;

/** What there is to read: manifests, a dump of a cluster, or both at once, which cannot be. */
public sealed interface Input {
    /** The objects have no uids: they were written by somebody and are created. */
    record Manifests(Mooring mooring) implements Input {}

    /** The objects have uids, which only an API server gives: they stand as they are stored. */
    record Dump(Mooring mooring) implements Input {}

    /**
     * Some have uids and some have not.
     *
     * @param stored where those are that have
     * @param written where those are that have not
     */
    record Mixture(List<Location> stored, List<Location> written) implements Input {
        public Mixture {
            stored = List.copyOf(stored);
            written = List.copyOf(written);
        }
    }

    /** There is no object in it, and nothing that could not be read. */
    record Nothing() implements Input {}
}
