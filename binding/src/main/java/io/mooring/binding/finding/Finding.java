package io.mooring.binding.finding;

import io.mooring.meta.Ref;

/**
 * What is the matter with an object, as the controller sees it that decides on it.
 *
 * <pre>{@code
 * Optional<Finding> why = cluster.finding(Pod.ref("shop", "web-0")); // why the scheduler rejected it
 * }</pre>
 */
public sealed interface Finding
        permits ClaimFinding, VolumeFinding, PodFinding, SetFinding, DaemonBackoff, JobBackoff, AttachmentFinding {
    /** The object that it is about. */
    Ref<?> about();

    /** Whether a cluster that keeps it does so when the object is gone, until there is another one of its name. */
    default boolean outlivesItsObject() {
        return false;
    }
}
