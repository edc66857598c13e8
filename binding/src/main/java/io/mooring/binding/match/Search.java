package io.mooring.binding.match;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search for the volume of one claim, as one of Kubernetes' components makes it: the volume controller searches for the
 * claim alone, the scheduler for a claim of a pod that may go to a node.
 */
public final class Search {
    private final PersistentVolumeClaim claim;
    private final Searcher searcher;
    private final Quantity requested;
    private final AccessModeSet modes;
    private final String className;
    private final VolumeMode volumeMode;
    private final String attributesClassName;
    private final LabelMatcher selector;
    private final long labelSignature;
    private final SortKey smallest;
    private final boolean wantsUnknownModes;

    private Search(PersistentVolumeClaim claim, Searcher searcher) {
        this.claim = claim;
        this.searcher = searcher;
        this.requested = claim.requestedStorage();
        this.modes = AccessModeSet.of(claim.spec().accessModes());
        this.className = claim.className().orElse("");
        this.volumeMode = claim.volumeMode();
        this.attributesClassName = claim.attributesClassName();
        this.selector = claim.spec().selector().map(LabelMatcher::of).orElse(LabelMatcher.EVERYTHING);
        this.labelSignature = signatureOf(selector);
        this.smallest = SortKey.before(requested);
        this.wantsUnknownModes = !AccessModeSet.areAllKnown(claim.spec().accessModes());
    }

    private static long signatureOf(LabelMatcher selector) {
        long signature = 0;
        for (LabelRequirement requirement : selector.requirements()) {
            boolean wantsOneOf =
                    requirement.operator() == LabelOperator.EQUALS || requirement.operator() == LabelOperator.IN;
            if (wantsOneOf && requirement.values().size() == 1) {
                signature |= Signature.ofLabel(
                        requirement.key(), requirement.values().get(0));
            }
        }
        return signature;
    }

    /**
     * As the volume controller searches. Models {@code findBestMatchForClaim}.
     *
     * @param bindingMode of the claim's class; {@link VolumeBindingMode#IMMEDIATE} if the claim has none or it does not
     *     exist. Under {@link VolumeBindingMode#WAIT_FOR_FIRST_CONSUMER} only reserved volumes are found.
     */
    public static Search byController(PersistentVolumeClaim claim, VolumeBindingMode bindingMode) {
        return new Search(claim, new Searcher.Controller(bindingMode));
    }

    /**
     * As the scheduler searches: among the volumes of the claim's class only, so that it does not see a volume of another
     * class that is reserved for the claim. Models {@code findMatchingVolumes} of the plug-in {@code volumebinding}.
     *
     * @param nodeLabels of the node that the pod may go to
     * @param taken names of volumes that the pod's other claims have already been given; not copied, so not to be changed
     */
    public static Search byScheduler(PersistentVolumeClaim claim, Map<String, String> nodeLabels, Set<String> taken) {
        return new Search(claim, new Searcher.Scheduler(nodeLabels, taken));
    }

    /**
     * As {@code FindMatchingVolume} itself searches for a node if it is handed volumes of every class: a reserved volume may
     * then be of another class than the claim.
     *
     * @param nodeLabels of the node
     * @param taken names of volumes to pass over; not copied, so not to be changed
     */
    public static Search forNode(PersistentVolumeClaim claim, Map<String, String> nodeLabels, Set<String> taken) {
        return new Search(claim, new Searcher.AnyClass(nodeLabels, taken));
    }

    /** The claim that wants a volume. */
    public PersistentVolumeClaim claim() {
        return claim;
    }

    /** Whether this is a search of the volume controller. */
    boolean isController() {
        return searcher.isController();
    }

    /** Whether the volume controller leaves to the scheduler what is not reserved. */
    public boolean delaysBinding() {
        return searcher.delaysBinding();
    }

    boolean listsOnlyItsClass() {
        return searcher.listsOnlyItsClass();
    }

    Map<String, String> nodeLabels() {
        return searcher.nodeLabels();
    }

    Set<String> taken() {
        return searcher.taken();
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

    /** Matches everything if the claim has none. */
    LabelMatcher selector() {
        return selector;
    }

    /** What the {@link Signature} of a volume has at least, if its labels match the selector. */
    long labelSignature() {
        return labelSignature;
    }

    /** Where the volumes begin that are large enough. */
    SortKey smallest() {
        return smallest;
    }

    /** Whether no volume at all can do. */
    boolean isHopeless() {
        return !selector.problems().isEmpty() || (isController() && wantsUnknownModes);
    }

    /** Models {@code IsVolumeBoundToClaim}. */
    Reservation reservationOf(IndexedVolume volume) {
        if (volume.claimRef().isEmpty()) {
            return Reservation.NONE;
        }
        return volume.volume().isReservedFor(claim) ? Reservation.FOR_THIS_CLAIM : Reservation.FOR_ANOTHER;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Search search && claim.equals(search.claim) && searcher.equals(search.searcher);
    }

    @Override
    public int hashCode() {
        return Objects.hash(claim, searcher);
    }

    /** {@code default/data by Controller[bindingMode=Immediate]}. */
    @Override
    public String toString() {
        return claim.ref().qualifiedName() + " by " + searcher;
    }
}
