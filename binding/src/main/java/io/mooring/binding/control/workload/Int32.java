package io.mooring.binding.control.workload;

/**
 * Sums of Kubernetes' numbers of 32 bits. Upstream's begin anew below nothing when they become too large, so that a Job that failed
 * 2147483647 times may fail for ever; here they stay at the largest.
 */
public final class Int32 {
    private Int32() {}

    /** The number, or the nearest that there is. */
    public static int bounded(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(number, Integer.MAX_VALUE));
    }
}
