package io.mooring.binding.claims;

import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetOrdinals;
import java.util.stream.LongStream;

/**
 * The ordinals that a set's replicas have: {@code count} of them, upwards from {@code start}. Upstream: {@code
 * getStartOrdinal}, {@code getEndOrdinal}.
 */
public record OrdinalRange(long start, long count) {

    /** The ordinals of {@code set}: one replica from 0 where it does not say. */
    public static OrdinalRange of(StatefulSet set) {
        int start = set.spec().ordinals().map(StatefulSetOrdinals::start).orElse(0);
        return new OrdinalRange(start, set.spec().replicas().orElse(1));
    }

    /** The first ordinal after the range. */
    public long end() {
        return start + count;
    }

    /** Upstream: {@code podInOrdinalRange}. */
    public boolean contains(long ordinal) {
        return ordinal >= start && ordinal < end();
    }

    /** The ordinals, upwards. */
    public LongStream stream() {
        return LongStream.range(start, end());
    }
}
