package io.mooring.binding.match;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelRequirement;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.SelectorProblem;
import io.mooring.node.NodeMatcher;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a volume does not do for a claim, with what the claim asks for and what the volume has. */
public sealed interface Mismatch {

    /**
     * The rule that the volume fails. Access modes and class are each asked by two rules; then it is {@link
     * MatchRule#ACCESS_MODES} or {@link MatchRule#CLASS}.
     */
    MatchRule rule();

    /** One sentence without a full stop, for a person: {@code holds 1Gi, less than the 2Gi requested}. */
    String describe();

    /** Answers by the case for this mismatch. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of mismatch. */
    interface Cases<R> {
        R selectorUnreadable(SelectorUnreadable mismatch);

        R accessModesNotOffered(AccessModesNotOffered mismatch);

        R alreadyTaken(AlreadyTaken mismatch);

        R takenBy(TakenBy mismatch);

        R takenByNamesake(TakenByNamesake mismatch);

        R capacityTooSmall(CapacityTooSmall mismatch);

        R volumeModeDiffers(VolumeModeDiffers mismatch);

        R attributesClassDiffers(AttributesClassDiffers mismatch);

        R beingDeleted(BeingDeleted mismatch);

        R bindingDelayed(BindingDelayed mismatch);

        R notAvailable(NotAvailable mismatch);

        R selectorMismatch(SelectorMismatch mismatch);

        R classDiffers(ClassDiffers mismatch);

        R notReachable(NotReachable mismatch);
    }

    /** The claim's selector cannot be read; then no volume matches. */
    record SelectorUnreadable(List<SelectorProblem> problems) implements Mismatch {
        public SelectorUnreadable {
            problems = List.copyOf(problems);
        }

        @Override
        public MatchRule rule() {
            return MatchRule.SELECTOR_IS_READABLE;
        }

        @Override
        public String describe() {
            return "the claim's selector cannot be read: " + SelectorProblem.join(problems);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.selectorUnreadable(this);
        }
    }

    /** The claim asks for access modes that the volume does not offer. */
    record AccessModesNotOffered(List<AccessMode> requested, List<AccessMode> offered) implements Mismatch {
        public AccessModesNotOffered {
            requested = List.copyOf(requested);
            offered = List.copyOf(offered);
        }

        /** The modes that are missing, in the claim's order. */
        public List<AccessMode> missing() {
            return requested.stream().filter(mode -> !offered.contains(mode)).toList();
        }

        @Override
        public MatchRule rule() {
            return MatchRule.ACCESS_MODES;
        }

        @Override
        public String describe() {
            return "offers " + offered + ", not " + missing();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.accessModesNotOffered(this);
        }
    }

    /** The scheduler has given the volume to another claim of the same pod. */
    record AlreadyTaken() implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_ALREADY_TAKEN;
        }

        @Override
        public String describe() {
            return "is already taken for another claim of the pod";
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.alreadyTaken(this);
        }
    }

    /** The volume's claimRef names another claim. */
    record TakenBy(ObjectReference claim) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_ANOTHER_CLAIMS;
        }

        @Override
        public String describe() {
            return "is taken by claim " + claim.namespace() + "/" + claim.name();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.takenBy(this);
        }
    }

    /**
     * The volume's claimRef names a claim of the same namespace and name, but with another uid: usually an earlier claim.
     *
     * @param uid of the claim that is searched for
     */
    record TakenByNamesake(ObjectReference claim, String uid) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_ANOTHER_CLAIMS;
        }

        @Override
        public String describe() {
            return "is kept for another claim of the name " + claim.namespace() + "/" + claim.name()
                    + ", the one with uid " + claim.uid();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.takenByNamesake(this);
        }
    }

    /** The volume holds less than the claim requests. In bytes. */
    record CapacityTooSmall(Quantity requested, Quantity available) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.CAPACITY;
        }

        @Override
        public String describe() {
            return "holds " + available + ", less than the " + requested + " requested";
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.capacityTooSmall(this);
        }
    }

    /** One is a file system, the other a block device. */
    record VolumeModeDiffers(VolumeMode requested, VolumeMode offered) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.VOLUME_MODE;
        }

        @Override
        public String describe() {
            return "has volume mode " + offered + ", not " + requested;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.volumeModeDiffers(this);
        }
    }

    /** The attributes classes are not the same. An empty name is none. */
    record AttributesClassDiffers(String requested, String offered) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.ATTRIBUTES_CLASS;
        }

        @Override
        public String describe() {
            return "has attributes class \"" + offered + "\", not \"" + requested + "\"";
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.attributesClassDiffers(this);
        }
    }

    /** The volume is being deleted: it is still there because of its finalizers. */
    record BeingDeleted(Instant since) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_BEING_DELETED;
        }

        @Override
        public String describe() {
            return "is being deleted";
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.beingDeleted(this);
        }
    }

    /** The claim's class waits for the first consumer: the scheduler chooses a volume, once a pod uses the claim. */
    record BindingDelayed() implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_LEFT_TO_SCHEDULER;
        }

        @Override
        public String describe() {
            return "is left to the scheduler until a pod uses the claim";
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.bindingDelayed(this);
        }
    }

    /** The volume's phase is not Available. It is absent until the controller has seen the volume. */
    record NotAvailable(Optional<VolumePhase> phase) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.PHASE;
        }

        @Override
        public String describe() {
            return phase.map(known -> "is " + known + ", not Available").orElse("is not Available yet");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notAvailable(this);
        }
    }

    /** The volume's labels do not match the claim's selector. */
    record SelectorMismatch(LabelMatcher selector, Map<String, String> labels) implements Mismatch {

        /** The requirements that the labels do not meet, by key. */
        public List<LabelRequirement> unmet() {
            return selector.unmet(labels);
        }

        @Override
        public MatchRule rule() {
            return MatchRule.SELECTOR;
        }

        @Override
        public String describe() {
            return "has labels " + labels + ", which do not meet "
                    + String.join(
                            ",",
                            unmet().stream().map(LabelRequirement::toString).toList());
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.selectorMismatch(this);
        }
    }

    /** The classes are not the same. An empty name is none. */
    record ClassDiffers(String requested, String offered) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.CLASS;
        }

        @Override
        public String describe() {
            return "is of class \"" + offered + "\", not \"" + requested + "\"";
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.classDiffers(this);
        }
    }

    /** The volume's node affinity does not match the node. */
    record NotReachable(NodeMatcher affinity, Map<String, String> nodeLabels) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NODE_AFFINITY;
        }

        @Override
        public String describe() {
            return affinity.error()
                    .map(error -> "has a node affinity that cannot be read: " + error)
                    .orElse("cannot be reached from the node: it wants " + affinity);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notReachable(this);
        }
    }
}
