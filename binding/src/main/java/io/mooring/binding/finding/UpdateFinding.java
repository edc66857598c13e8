package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;

/** How far the pods of a StatefulSet are of its template as it is now. */
public sealed interface UpdateFinding {

    /** Whether the pods stay as they are. */
    boolean isAtRest();

    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R upToDate(UpToDate finding);

        R leftToTheUser(LeftToTheUser finding);

        R belowThePartition(BelowThePartition finding);

        R heldUp(HeldUp finding);

        R replacing(Replacing finding);

        R waiting(Waiting finding);
    }

    /** All are. */
    record UpToDate() implements UpdateFinding {
        @Override
        public boolean isAtRest() {
            return true;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.upToDate(this);
        }
    }

    /**
     * Some are not, and stay until somebody deletes them (OnDelete).
     *
     * @param outdated how many
     */
    record LeftToTheUser(int outdated) implements UpdateFinding {
        @Override
        public boolean isAtRest() {
            return true;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.leftToTheUser(this);
        }
    }

    /**
     * Those below the partition are not, and stay.
     *
     * @param outdated how many
     * @param partition from which ordinal on pods are replaced, counted from the set's first
     */
    record BelowThePartition(int outdated, int partition) implements UpdateFinding {
        @Override
        public boolean isAtRest() {
            return true;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.belowThePartition(this);
        }
    }

    /**
     * Some are not, and the replicas, or the pods that are to go, come first.
     *
     * @param outdated how many
     */
    record HeldUp(int outdated) implements UpdateFinding {
        @Override
        public boolean isAtRest() {
            return false;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.heldUp(this);
        }
    }

    /**
     * These are not, and are deleted now.
     *
     * @param pods downwards
     */
    record Replacing(List<Ref<Pod>> pods) implements UpdateFinding {
        public Replacing {
            pods = List.copyOf(pods);
        }

        @Override
        public boolean isAtRest() {
            return false;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.replacing(this);
        }
    }

    /**
     * Some are not, and wait until others are available.
     *
     * @param outdated how many
     * @param unavailable how many pods are not available
     * @param maxUnavailable how many may be
     */
    record Waiting(int outdated, int unavailable, int maxUnavailable) implements UpdateFinding {
        @Override
        public boolean isAtRest() {
            return false;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.waiting(this);
        }
    }
}
