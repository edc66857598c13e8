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
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Optional;

/**
 * What Kubernetes asks of a volume before it gives it to a claim, in the order in which it asks. The controller and the
 * scheduler ask partly different questions, and of a volume that is reserved for the claim they ask fewer.
 *
 * <p>Models {@code FindMatchingVolume} of component-helpers' {@code storage/volume} and {@code findByClaim} of the
 * controller's {@code persistentvolume/index.go}, v1.37.
 */
public enum MatchRule {
    /** 1. The claim's selector can be read: upstream reads it before it looks at any volume. */
    SELECTOR_IS_READABLE {
        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return search.selector().problems().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SelectorUnreadable(search.selector().problems()));
        }
    },

    /** 2. It is of the claim's class, reserved or not: the scheduler's cache lists no other volumes. */
    LISTED_BY_CLASS {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return search.listsOnlyItsClass();
        }

        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return classMismatch(search, volume);
        }
    },

    /** 3. It offers every mode asked for, reserved or not: the controller's index lists no other volumes. */
    INDEXED_BY_ACCESS_MODES {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return search.isController();
        }

        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            boolean isOffered = !search.wantsUnknownModes() && search.modes().isSubsetOf(volume.modes());
            return isOffered ? Optional.empty() : Optional.of(modesMismatch(search, volume));
        }
    },

    /** 4. The scheduler has not given it to another claim of the pod. */
    NOT_ALREADY_TAKEN {
        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return search.taken().contains(volume.name()) ? Optional.of(new AlreadyTaken()) : Optional.empty();
        }
    },

    /** 5. Its claimRef names no other claim. */
    NOT_ANOTHER_CLAIMS {
        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            if (search.reservationOf(volume) != Reservation.FOR_ANOTHER) {
                return Optional.empty();
            }
            ObjectReference claimRef = volume.claimRef().orElseThrow();
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
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return volume.capacity().compareTo(search.requested()) < 0
                    ? Optional.of(new CapacityTooSmall(search.requested(), volume.capacity()))
                    : Optional.empty();
        }
    },

    /** 7. Both are a file system or both a block device; a file system is the default. */
    VOLUME_MODE {
        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return search.volumeMode().equals(volume.volumeMode())
                    ? Optional.empty()
                    : Optional.of(new VolumeModeDiffers(search.volumeMode(), volume.volumeMode()));
        }
    },

    /** 8. Both have the same attributes class, or none; the empty name is none. */
    ATTRIBUTES_CLASS {
        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return search.attributesClassName().equals(volume.attributesClassName())
                    ? Optional.empty()
                    : Optional.of(
                            new AttributesClassDiffers(search.attributesClassName(), volume.attributesClassName()));
        }
    },

    /** 9. It is not being deleted. */
    NOT_BEING_DELETED {
        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return volume.volume().metadata().deletionTimestamp().map(BeingDeleted::new);
        }
    },

    /** 10. The claim's class does not wait for the first consumer; else the controller leaves unreserved volumes to the scheduler. */
    NOT_LEFT_TO_SCHEDULER {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return search.delaysBinding() && reservation != Reservation.FOR_THIS_CLAIM;
        }

        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return Optional.of(new BindingDelayed());
        }
    },

    /** 11. It is Available, unless reserved. */
    PHASE {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return reservation != Reservation.FOR_THIS_CLAIM;
        }

        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return volume.volume().isIn(VolumePhase.AVAILABLE)
                    ? Optional.empty()
                    : Optional.of(new NotAvailable(volume.volume().status().phase()));
        }
    },

    /** 12. Its labels match the claim's selector, unless reserved. */
    SELECTOR {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return reservation != Reservation.FOR_THIS_CLAIM;
        }

        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            LabelMatcher selector = search.selector();
            boolean takesIt = !selector.problems().isEmpty() || selector.matches(volume.labels());
            return takesIt ? Optional.empty() : Optional.of(new SelectorMismatch(selector, volume.labels()));
        }
    },

    /** 13. It is of the claim's class, unless reserved; for the scheduler that is rule 2. */
    CLASS {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return reservation != Reservation.FOR_THIS_CLAIM && !search.listsOnlyItsClass();
        }

        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            return classMismatch(search, volume);
        }
    },

    /** 14. The scheduler's node can reach it. If it cannot reach a reserved volume, no other volume will do. */
    NODE_AFFINITY {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return !search.isController();
        }

        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            Optional<NodeMatcher> affinity = volume.affinity();
            return affinity.isEmpty() || affinity.get().matches(search.nodeLabels())
                    ? Optional.empty()
                    : Optional.of(new NotReachable(affinity.get(), search.nodeLabels()));
        }
    },

    /** 15. It offers every mode asked for, unless reserved; for the controller that is rule 3. */
    ACCESS_MODES {
        @Override
        boolean appliesTo(Search search, Reservation reservation) {
            return !search.isController() && reservation != Reservation.FOR_THIS_CLAIM;
        }

        @Override
        Optional<Mismatch> check(Search search, IndexedVolume volume) {
            boolean isOffered = search.modes().isSubsetOf(volume.modes())
                    && (!search.wantsUnknownModes()
                            || volume.volume().spec().accessModes().containsAll(search.accessModes()));
            return isOffered ? Optional.empty() : Optional.of(modesMismatch(search, volume));
        }
    };

    private static final List<MatchRule> IN_ORDER = List.of(values());

    /** Whether the rule is asked in this search of a volume so reserved. */
    boolean appliesTo(Search search, Reservation reservation) {
        return true;
    }

    /** Why the volume does not do, where the rule applies. */
    abstract Optional<Mismatch> check(Search search, IndexedVolume volume);

    /** The first reason why the volume does not do; empty if it does. */
    static Optional<Mismatch> firstMismatch(Search search, IndexedVolume volume) {
        Reservation reservation = search.reservationOf(volume);
        for (MatchRule rule : IN_ORDER) {
            if (rule.appliesTo(search, reservation)) {
                Optional<Mismatch> mismatch = rule.check(search, volume);
                if (mismatch.isPresent()) {
                    return mismatch;
                }
            }
        }
        return Optional.empty();
    }

    /** Every reason why the volume does not do, in the order of the rules. */
    static List<Mismatch> allMismatches(Search search, IndexedVolume volume) {
        Reservation reservation = search.reservationOf(volume);
        return IN_ORDER.stream()
                .filter(rule -> rule.appliesTo(search, reservation))
                .flatMap(rule -> rule.check(search, volume).stream())
                .toList();
    }

    private static Optional<Mismatch> classMismatch(Search search, IndexedVolume volume) {
        return search.className().equals(volume.className())
                ? Optional.empty()
                : Optional.of(new ClassDiffers(search.className(), volume.className()));
    }

    private static Mismatch modesMismatch(Search search, IndexedVolume volume) {
        return new AccessModesNotOffered(
                search.accessModes(), volume.volume().spec().accessModes());
    }
}
