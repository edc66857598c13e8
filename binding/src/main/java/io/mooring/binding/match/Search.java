package io.mooring.binding.match;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import io.mooring.meta.ObjectReference;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look for a volume: who looks, for which claim, from where. The controller looks for its own sake, the scheduler for
 * one node and with the volumes in mind that it has already given to other claims of the pod.
 */
public final class Search {
    private final PersistentVolumeClaim claim;
    private final Path path;
    private final Quantity requested;
    private final AccessModeSet modes;
    private final String className;
    private final VolumeMode volumeMode;
    private final String attributesClassName;
    private final LabelMatcher selector;
    private final long labelMarks;
    private final Rank smallest;
    private final boolean wantsUnknownModes;

    private Search(PersistentVolumeClaim claim, Path path) {
        this.claim = claim;
        this.path = path;
        this.requested = claim.requestedStorage();
        this.modes = AccessModeSet.of(claim.spec().accessModes());
        this.className = claim.className().orElse("");
        this.volumeMode = claim.spec().volumeMode().orElse(VolumeMode.FILESYSTEM);
        this.attributesClassName = claim.spec().volumeAttributesClassName().orElse("");
        this.selector = claim.spec().selector().map(LabelMatcher::of).orElse(LabelMatcher.EVERYTHING);
        this.labelMarks = marksOf(selector);
        this.smallest = Rank.before(requested);
        this.wantsUnknownModes = !AccessModeSet.areAllKnown(claim.spec().accessModes());
    }

    private static long marksOf(LabelMatcher selector) {
        long marks = 0;
        for (LabelRequirement requirement : selector.requirements()) {
            boolean hasOneWay =
                    requirement.operator() == LabelOperator.EQUALS || requirement.operator() == LabelOperator.IN;
            if (hasOneWay && requirement.values().size() == 1) {
                marks |= Marks.ofLabel(requirement.key(), requirement.values().get(0));
            }
        }
        return marks;
    }

    private sealed interface Path {
        record Controller(boolean delaysBinding) implements Path {}

        record Scheduler(Map<String, String> nodeLabels, Set<String> taken, boolean listsOnlyItsClass)
                implements Path {}
    }

    /**
     * As the volume controller looks.
     *
     * @param delaysBinding whether the claim's class waits for the first consumer; then only reserved volumes are found
     */
    public static Search byController(PersistentVolumeClaim claim, boolean delaysBinding) {
        return new Search(claim, new Path.Controller(delaysBinding));
    }

    /**
     * As the scheduler looks: among the volumes of the claim's class only, so that it does not see one that is reserved
     * for the claim but of another class. Models {@code findMatchingVolumes} of the plug-in {@code volumebinding}, which
     * lists by class before it asks {@code FindMatchingVolume}.
     *
     * @param nodeLabels of the node that the pod may go to
     * @param taken names of volumes that other claims of the pod have already got; not copied, so not to be changed
     */
    public static Search byScheduler(PersistentVolumeClaim claim, Map<String, String> nodeLabels, Set<String> taken) {
        return new Search(claim, new Path.Scheduler(nodeLabels, taken, true));
    }

    /**
     * As the scheduler's {@code FindMatchingVolume} answers by itself, when it is handed volumes of every class: a
     * reserved volume may then be of another class than the claim.
     *
     * @param nodeLabels of the node
     * @param taken names of volumes to pass over; not copied, so not to be changed
     */
    public static Search forNode(PersistentVolumeClaim claim, Map<String, String> nodeLabels, Set<String> taken) {
        return new Search(claim, new Path.Scheduler(nodeLabels, taken, false));
    }

    /** The claim that wants a volume. */
    public PersistentVolumeClaim claim() {
        return claim;
    }

    /** Whether the controller looks, and not the scheduler. */
    public boolean isController() {
        return path instanceof Path.Controller;
    }

    /** Whether the controller looks and leaves to the scheduler what is not reserved. */
    public boolean delaysBinding() {
        return path instanceof Path.Controller controller && controller.delaysBinding();
    }

    boolean listsOnlyItsClass() {
        return path instanceof Path.Scheduler scheduler && scheduler.listsOnlyItsClass();
    }

    Map<String, String> nodeLabels() {
        return path instanceof Path.Scheduler scheduler ? scheduler.nodeLabels() : Map.of();
    }

    Set<String> taken() {
        return path instanceof Path.Scheduler scheduler ? scheduler.taken() : Set.of();
    }

    Quantity requested() {
        return requested;
    }

    List<AccessMode> accessModes() {
        return claim.spec().accessModes();
    }

    AccessModeSet modes() {
        return modes;
    }

    boolean wantsUnknownModes() {
        return wantsUnknownModes;
    }

    String className() {
        return className;
    }

    VolumeMode volumeMode() {
        return volumeMode;
    }

    String attributesClassName() {
        return attributesClassName;
    }

    /** Takes everything where the claim has none. */
    LabelMatcher selector() {
        return selector;
    }

    /** The marks that a volume has if its labels are what the selector wants. */
    long labelMarks() {
        return labelMarks;
    }

    /** Where the volumes begin that are large enough. */
    Rank smallest() {
        return smallest;
    }

    /** Whether no volume at all can do. */
    boolean isHopeless() {
        return !selector.problems().isEmpty() || (isController() && wantsUnknownModes);
    }

    /** Whom the volume is reserved for, seen from the claim. Models {@code IsVolumeBoundToClaim}. */
    Reservation reservationIn(Candidate candidate) {
        if (candidate.claimRef().isEmpty()) {
            return Reservation.NONE;
        }
        ObjectReference claimRef = candidate.claimRef().get();
        boolean isThisOne = claimRef.isNamesakeOf(claim.metadata())
                && (claimRef.uid().isEmpty()
                        || claimRef.uid().equals(claim.metadata().uid()));
        return isThisOne ? Reservation.FOR_THIS_CLAIM : Reservation.FOR_ANOTHER;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Search search && claim.equals(search.claim) && path.equals(search.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(claim, path);
    }

    /** {@code default/data by Controller[delaysBinding=false]}. */
    @Override
    public String toString() {
        return claim.ref().qualifiedName() + " by " + path;
    }
}
