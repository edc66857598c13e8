package io.mooring.binding.match;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectReference;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds a volume as upstream does: by going through the volumes in the order given, without an index and without {@link
 * MatchRule}. The laws compare the matcher with it.
 */
final class LinearSearch {
    private static final Set<String> KNOWN_MODES =
            Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");

    private final PersistentVolumeClaim claim;
    private final boolean delaysBinding;
    private final Optional<Map<String, String>> nodeLabels;
    private final Set<String> taken;
    private final boolean listsOnlyItsClass;

    LinearSearch(
            PersistentVolumeClaim claim,
            boolean delaysBinding,
            Optional<Map<String, String>> nodeLabels,
            Set<String> taken,
            boolean listsOnlyItsClass) {
        this.claim = claim;
        this.delaysBinding = delaysBinding;
        this.nodeLabels = nodeLabels;
        this.taken = taken;
        this.listsOnlyItsClass = listsOnlyItsClass;
    }

    /** The name of the volume found, or empty; sets of equally many modes are walked in the order they first come up. */
    Optional<String> find(List<PersistentVolume> volumes) {
        if (!selector().problems().isEmpty()) {
            return Optional.empty();
        }
        if (nodeLabels.isPresent()) {
            return findAmong(volumes.stream()
                    .filter(volume -> !listsOnlyItsClass || isOfTheClass(volume))
                    .toList());
        }
        Map<Set<String>, List<PersistentVolume>> byModes = new LinkedHashMap<>();
        for (PersistentVolume volume : volumes) {
            byModes.computeIfAbsent(knownModes(volume), modes -> new ArrayList<>())
                    .add(volume);
        }
        return byModes.entrySet().stream()
                .filter(group -> group.getKey().containsAll(wantedModes()))
                .sorted(Comparator.comparingInt(group -> group.getKey().size()))
                .flatMap(group -> findAmong(group.getValue()).stream())
                .findFirst();
    }

    private Optional<String> findAmong(List<PersistentVolume> volumes) {
        Optional<PersistentVolume> smallest = Optional.empty();
        for (PersistentVolume volume : volumes) {
            if (!mayServe(volume)) {
                continue;
            }
            if (volume.spec().claimRef().isPresent()) {
                return isWithinReach(volume) ? Optional.of(nameOf(volume)) : Optional.empty();
            }
            boolean isSmaller = smallest.isEmpty() || capacity(volume).compareTo(capacity(smallest.get())) < 0;
            if (isSmaller && isFree(volume)) {
                smallest = Optional.of(volume);
            }
        }
        return smallest.map(LinearSearch::nameOf);
    }

    private boolean mayServe(PersistentVolume volume) {
        return !taken.contains(nameOf(volume))
                && volume.spec().claimRef().stream().allMatch(this::isClaim)
                && capacity(volume)
                                .compareTo(claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO))
                        >= 0
                && mode(volume.spec().volumeMode()).equals(mode(claim.spec().volumeMode()))
                && volume.spec()
                        .volumeAttributesClassName()
                        .orElse("")
                        .equals(claim.spec().volumeAttributesClassName().orElse(""))
                && volume.metadata().deletionTimestamp().isEmpty();
    }

    private boolean isFree(PersistentVolume volume) {
        boolean isForScheduler = delaysBinding && nodeLabels.isEmpty();
        boolean hasModes = nodeLabels.isEmpty()
                || volume.spec().accessModes().containsAll(claim.spec().accessModes());
        return !isForScheduler
                && volume.status().phase().equals(Optional.of(VolumePhase.AVAILABLE))
                && selector().matches(volume.metadata().labels())
                && isOfTheClass(volume)
                && isWithinReach(volume)
                && hasModes;
    }

    private boolean isOfTheClass(PersistentVolume volume) {
        return volume.className().equals(claim.className().orElse(""));
    }

    private LabelMatcher selector() {
        return claim.spec().selector().map(LabelMatcher::of).orElse(LabelMatcher.EVERYTHING);
    }

    private boolean isWithinReach(PersistentVolume volume) {
        return nodeLabels.isEmpty()
                || volume.spec().nodeAffinity().stream().allMatch(affinity -> affinity.allows(nodeLabels.get()));
    }

    private boolean isClaim(ObjectReference claimRef) {
        return claimRef.namespace().equals(claim.metadata().namespace())
                && claimRef.name().equals(claim.metadata().name())
                && (claimRef.uid().isEmpty()
                        || claimRef.uid().equals(claim.metadata().uid()));
    }

    private Set<String> wantedModes() {
        return new TreeSet<>(
                claim.spec().accessModes().stream().map(AccessMode::value).toList());
    }

    private static Set<String> knownModes(PersistentVolume volume) {
        Set<String> modes = new TreeSet<>(
                volume.spec().accessModes().stream().map(AccessMode::value).toList());
        modes.retainAll(KNOWN_MODES);
        return modes;
    }

    private static VolumeMode mode(Optional<VolumeMode> mode) {
        return mode.orElse(VolumeMode.FILESYSTEM);
    }

    private static Quantity capacity(PersistentVolume volume) {
        return volume.spec().capacity().getOrDefault("storage", Quantity.ZERO);
    }

    private static String nameOf(PersistentVolume volume) {
        return volume.metadata().name();
    }
}
