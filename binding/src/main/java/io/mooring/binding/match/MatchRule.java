package io.mooring.binding.match;

import io.mooring.binding.match.Mismatch.AccessModesNotOffered;
import io.mooring.binding.match.Mismatch.AlreadyTaken;
import io.mooring.binding.match.Mismatch.AttributesClassDiffers;
import io.mooring.binding.match.Mismatch.BeingDeleted;
import io.mooring.binding.match.Mismatch.BindingDelayed;
import io.mooring.binding.match.Mismatch.CapacityTooSmall;
import io.mooring.binding.match.Mismatch.ClassDiffers;
import io.mooring.binding.match.Mismatch.NotAvailable;
import io.mooring.binding.match.Mismatch.NotReachable;
import io.mooring.binding.match.Mismatch.SelectorMismatch;
import io.mooring.binding.match.Mismatch.SelectorUnreadable;
import io.mooring.binding.match.Mismatch.TakenBy;
import io.mooring.binding.match.Mismatch.TakenByNamesake;
import io.mooring.binding.match.Mismatch.VolumeModeDiffers;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectReference;
import io.mooring.node.NodeMatcher;
import java.util.List;
import java.util.Optional;

/**
 * What Kubernetes asks of a volume before it gives it to a claim, from top to bottom in upstream's order. The controller
 * and the scheduler ask partly different questions, and fewer of a volume that is reserved for the claim.
 *
 * <p>Models {@code FindMatchingVolume} of component-helpers' {@code storage/volume} and {@code findByClaim} of the
 * controller's {@code persistentvolume/index.go}, v1.37.
 */
public enum MatchRule {
    /** 1. Upstream reads the claim's selector before it looks at any volume, and gives up if it cannot. */
    SELECTOR_IS_READABLE {
        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return search.selector().problems().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SelectorUnreadable(search.selector().problems()));
        }
    },

    /** 2. The scheduler's cache lists the volumes of the claim's class only, reserved or not. */
    LISTED_BY_CLASS {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return search.listsOnlyItsClass();
        }

        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return classMismatch(search, candidate);
        }
    },

    /** 3. The controller's index looks only among volumes that offer every mode asked for, reserved or not. */
    INDEXED_BY_ACCESS_MODES {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return search.isController();
        }

        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            boolean isOffered = !search.wantsUnknownModes() && search.modes().areWithin(candidate.modes());
            return isOffered ? Optional.empty() : Optional.of(modesMismatch(search, candidate));
        }
    },

    /** 4. The scheduler passes over volumes that it has already given to another claim of the pod. */
    NOT_ALREADY_TAKEN {
        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return search.taken().contains(candidate.name()) ? Optional.of(new AlreadyTaken()) : Optional.empty();
        }
    },

    /** 5. A volume serves one claim: the one that its claimRef names. */
    NOT_ANOTHER_CLAIMS {
        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            if (search.reservationIn(candidate) != Reservation.FOR_ANOTHER) {
                return Optional.empty();
            }
            ObjectReference claimRef = candidate.claimRef().orElseThrow();
            return Optional.of(
                    claimRef.isNamesakeOf(search.claim().metadata())
                            ? new TakenByNamesake(
                                    claimRef, search.claim().metadata().uid())
                            : new TakenBy(claimRef));
        }
    },

    /** 6. It holds at least what the claim requests. */
    CAPACITY {
        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return candidate.capacity().compareTo(search.requested()) < 0
                    ? Optional.of(new CapacityTooSmall(search.requested(), candidate.capacity()))
                    : Optional.empty();
        }
    },

    /** 7. Both are a file system or both a block device; who says nothing says Filesystem. */
    VOLUME_MODE {
        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return search.volumeMode().equals(candidate.volumeMode())
                    ? Optional.empty()
                    : Optional.of(new VolumeModeDiffers(search.volumeMode(), candidate.volumeMode()));
        }
    },

    /** 8. The attributes classes are the same; absent and empty are. */
    ATTRIBUTES_CLASS {
        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return search.attributesClassName().equals(candidate.attributesClassName())
                    ? Optional.empty()
                    : Optional.of(
                            new AttributesClassDiffers(search.attributesClassName(), candidate.attributesClassName()));
        }
    },

    /** 9. It is not being deleted. */
    NOT_BEING_DELETED {
        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return candidate.volume().metadata().deletionTimestamp().map(BeingDeleted::new);
        }
    },

    /** 10. Where binding waits for the first consumer, the controller leaves volumes that nobody reserved to the scheduler. */
    NOT_LEFT_TO_SCHEDULER {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return search.delaysBinding() && reservation != Reservation.FOR_THIS_CLAIM;
        }

        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return Optional.of(new BindingDelayed());
        }
    },

    /** 11. It is Available. Unless reserved. */
    PHASE {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return reservation != Reservation.FOR_THIS_CLAIM;
        }

        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return candidate.isAvailable()
                    ? Optional.empty()
                    : Optional.of(new NotAvailable(candidate.volume().status().phase()));
        }
    },

    /** 12. Its labels are what the claim's selector wants. Unless reserved. */
    SELECTOR {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return reservation != Reservation.FOR_THIS_CLAIM;
        }

        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            LabelMatcher selector = search.selector();
            boolean takesIt = !selector.problems().isEmpty() || selector.matches(candidate.labels());
            return takesIt ? Optional.empty() : Optional.of(new SelectorMismatch(selector, candidate.labels()));
        }
    },

    /** 13. It is of the claim's class. Unless reserved. */
    CLASS {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return reservation != Reservation.FOR_THIS_CLAIM && !search.listsOnlyItsClass();
        }

        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            return classMismatch(search, candidate);
        }
    },

    /** 14. The scheduler's node can reach it. Where a reserved one cannot be reached, no other volume will do. */
    NODE_AFFINITY {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return !search.isController();
        }

        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            Optional<NodeMatcher> affinity = candidate.affinity();
            return affinity.isEmpty() || affinity.get().matches(search.nodeLabels())
                    ? Optional.empty()
                    : Optional.of(new NotReachable(affinity.get(), search.nodeLabels()));
        }
    },

    /** 15. It offers every mode asked for: what the index did for the controller (3). Unless reserved. */
    ACCESS_MODES {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return !search.isController() && reservation != Reservation.FOR_THIS_CLAIM;
        }

        @Override
        Optional<Mismatch> check(Search search, Candidate candidate) {
            boolean isOffered = search.modes().areWithin(candidate.modes())
                    && (!search.wantsUnknownModes()
                            || candidate.volume().spec().accessModes().containsAll(search.accessModes()));
            return isOffered ? Optional.empty() : Optional.of(modesMismatch(search, candidate));
        }
    };

    private static final List<MatchRule> IN_ORDER = List.of(values());

    /** Whether the rule is asked in this search of a volume so reserved. */
    boolean appliesTo(Search search, Reservation reservation) {
        return true;
    }

    /** Why the volume does not do, where the rule applies. */
    abstract Optional<Mismatch> check(Search search, Candidate candidate);

    /** The first reason why the volume does not do; empty if it does. */
    static Optional<Mismatch> firstMismatch(Search search, Candidate candidate) {
        Reservation reservation = search.reservationIn(candidate);
        for (MatchRule rule : IN_ORDER) {
            if (rule.appliesTo(search, reservation)) {
                Optional<Mismatch> mismatch = rule.check(search, candidate);
                if (mismatch.isPresent()) {
                    return mismatch;
                }
            }
        }
        return Optional.empty();
    }

    /** Every reason why the volume does not do, in the order of the rules. */
    static List<Mismatch> allMismatches(Search search, Candidate candidate) {
        Reservation reservation = search.reservationIn(candidate);
        return IN_ORDER.stream()
                .filter(rule -> rule.appliesTo(search, reservation))
                .flatMap(rule -> rule.check(search, candidate).stream())
                .toList();
    }

    private static Optional<Mismatch> classMismatch(Search search, Candidate candidate) {
        return search.className().equals(candidate.className())
                ? Optional.empty()
                : Optional.of(new ClassDiffers(search.className(), candidate.className()));
    }

    private static Mismatch modesMismatch(Search search, Candidate candidate) {
        return new AccessModesNotOffered(
                search.accessModes(), candidate.volume().spec().accessModes());
    }
}
