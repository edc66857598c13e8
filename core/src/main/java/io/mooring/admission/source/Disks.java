package io.mooring.admission.source;

import static io.mooring.schema.Checks.between;

import io.mooring.schema.Check;

/** What several kinds of disks have in common. */
final class Disks {
    /** Upstream takes 0, for the whole disk, but does not say so. */
    static final Check<Number> PARTITION = between(0, 255, "must be between 1 and 255, inclusive");

    private Disks() {}
}
