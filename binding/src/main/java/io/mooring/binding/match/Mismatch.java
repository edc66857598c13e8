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

/** Why a volume does not do for a claim; each with what the claim asks and what the volume has. */
public sealed interface Mismatch {

    /** The rule that the volume fails, of the two that ask the same the one that every path knows. */
    MatchRule rule();

    /** One sentence without a full stop, for a person: {@code holds 1Gi, less than the 2Gi requested}. */
    String describe();

    /** Nothing matches a claim whose selector cannot be read. */
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
    }

    /** The claim asks for modes that the volume does not offer. */
    record AccessModesNotOffered(List<AccessMode> requested, List<AccessMode> offered) implements Mismatch {
        public AccessModesNotOffered {
            requested = List.copyOf(requested);
            offered = List.copyOf(offered);
        }

        /** The modes that are missing, in the order the claim has them. */
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
    }

    /** The scheduler gave the volume to another claim of the same pod. */
    record AlreadyTaken() implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_ALREADY_TAKEN;
        }

        @Override
        public String describe() {
            return "is already taken for another claim of the pod";
        }
    }

    /** The volume belongs to another claim or is reserved for it. */
    record TakenBy(ObjectReference claim) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_ANOTHER_CLAIMS;
        }

        @Override
        public String describe() {
            return "is taken by claim " + claim.namespace() + "/" + claim.name();
        }
    }

    /**
     * The volume belongs to a claim of the same namespace and name, but with another uid: an earlier one, as a rule.
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
    }

    /** In bytes. */
    record CapacityTooSmall(Quantity requested, Quantity available) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.CAPACITY;
        }

        @Override
        public String describe() {
            return "holds " + available + ", less than the " + requested + " requested";
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
    }

    /** Empty for no attributes class. */
    record AttributesClassDiffers(String requested, String offered) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.ATTRIBUTES_CLASS;
        }

        @Override
        public String describe() {
            return "has attributes class \"" + offered + "\", not \"" + requested + "\"";
        }
    }

    /** The volume is being deleted and waits for its finalizers. */
    record BeingDeleted(Instant since) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_BEING_DELETED;
        }

        @Override
        public String describe() {
            return "is being deleted";
        }
    }

    /** The claim's class waits for the first consumer: the scheduler will choose, once a pod uses the claim. */
    record BindingDelayed() implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.NOT_LEFT_TO_SCHEDULER;
        }

        @Override
        public String describe() {
            return "is left to the scheduler until a pod uses the claim";
        }
    }

    /** Absent before the controller has seen the volume. */
    record NotAvailable(Optional<VolumePhase> phase) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.PHASE;
        }

        @Override
        public String describe() {
            return phase.map(known -> "is " + known + ", not Available").orElse("is not Available yet");
        }
    }

    /** The volume's labels are not what the claim's selector wants. */
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
    }

    /** Empty for no class. */
    record ClassDiffers(String requested, String offered) implements Mismatch {
        @Override
        public MatchRule rule() {
            return MatchRule.CLASS;
        }

        @Override
        public String describe() {
            return "is of class \"" + offered + "\", not \"" + requested + "\"";
        }
    }

    /** The volume cannot be reached from the node. */
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
    }
}
