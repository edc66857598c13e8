package io.mooring.benchmarks;

import io.mooring.Mooring;
import io.mooring.workload.StatefulSet;

/** A program of its own: reads a set, lets it settle and ends. What it costs in a JVM that was just started. */
public final class Replicas {
    private Replicas() {}

    /** How many replicas. */
    public static void main(String[] arguments) {
        int replicas = Integer.parseInt(arguments[0]);
        ready(Mooring.read(Worlds.set(replicas)).settle(), replicas);
    }

    /** The same, if all are ready. */
    static Mooring ready(Mooring settled, int replicas) {
        int ready = settled.cluster()
                .list(StatefulSet.KIND)
                .findFirst()
                .orElseThrow()
                .status()
                .readyReplicas();
        if (ready != replicas) {
            throw new IllegalStateException("only " + ready + " of " + replicas + " replicas are ready");
        }
        return settled;
    }
}
