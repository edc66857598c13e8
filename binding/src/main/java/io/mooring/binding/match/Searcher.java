package io.mooring.binding.match;

import io.mooring.storage.VolumeBindingMode;
import java.util.Map;
import java.util.Set;

/** Who searches, and what only this searcher asks. */
sealed interface Searcher {
    /** Whether it is the volume controller, which knows no node and has an index by access modes. */
    boolean isController();

    /** Whether it finds reserved volumes only, and leaves the others to the scheduler. */
    boolean delaysBinding();

    /** Whether it sees the volumes of the claim's class only. */
    boolean listsOnlyItsClass();

    /** Of the node that must reach the volume; empty for the controller. */
    Map<String, String> nodeLabels();

    /** The names of the volumes to pass over; none for the controller. */
    Set<String> taken();

    /** The volume controller. */
    record Controller(VolumeBindingMode bindingMode) implements Searcher {
        @Override
        public boolean isController() {
            return true;
        }

        @Override
        public boolean delaysBinding() {
            return bindingMode.equals(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
        }

        @Override
        public boolean listsOnlyItsClass() {
            return false;
        }

        @Override
        public Map<String, String> nodeLabels() {
            return Map.of();
        }

        @Override
        public Set<String> taken() {
            return Set.of();
        }
    }

    /** Whoever searches for a volume that a node can reach. */
    sealed interface OnNode extends Searcher {
        @Override
        default boolean isController() {
            return false;
        }

        @Override
        default boolean delaysBinding() {
            return false;
        }
    }

    /** The scheduler's plug-in {@code volumebinding}. */
    record Scheduler(Map<String, String> nodeLabels, Set<String> taken) implements OnNode {
        @Override
        public boolean listsOnlyItsClass() {
            return true;
        }
    }

    /** Whoever calls {@code FindMatchingVolume} for a node with volumes of every class. */
    record AnyClass(Map<String, String> nodeLabels, Set<String> taken) implements OnNode {
        @Override
        public boolean listsOnlyItsClass() {
            return false;
        }
    }
}
