package io.mooring.binding.plan;

import io.mooring.admission.object.Objects;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.plan.Difference.Topic;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumePhase;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a {@link WorldDifference}: first what people ask after, then whatever else differs in fields. */
final class Comparison {
    private static final Set<String> SIZES = Set.of(
            "spec.capacity.storage", "spec.resources.requests.storage", "status.capacity.storage", "spec.replicas");
    private static final Set<String> POLICIES = Set.of(
            "spec.persistentVolumeReclaimPolicy",
            "spec.persistentVolumeClaimRetentionPolicy.whenDeleted",
            "spec.persistentVolumeClaimRetentionPolicy.whenScaled",
            "spec.podManagementPolicy",
            "spec.updateStrategy.type",
            "spec.strategy.type",
            "reclaimPolicy",
            "volumeBindingMode",
            "allowVolumeExpansion");

    private final Cluster before;
    private final Cluster after;
    private final List<Difference> found = new ArrayList<>();

    /** The objects of which a line tells what matters. */
    private final Set<Ref<?>> told = new HashSet<>();

    private Comparison(Cluster before, Cluster after) {
        this.before = before;
        this.after = after;
    }

    static WorldDifference between(Cluster before, Cluster after) {
        return new Comparison(before, after).difference();
    }

    private WorldDifference difference() {
        List<Change<?>> changes = after.changesSince(before).stream()
                .filter(change -> isKnown(change.kind()))
                .toList();
        addLostData();
        changes.forEach(change -> change.as(PersistentVolumeClaim.KIND).ifPresent(this::addBinding));
        changes.forEach(this::addChange);
        return new WorldDifference(
                found.stream()
                        .sorted(Comparator.comparing(Difference::topic)
                                .thenComparing(Difference::about)
                                .thenComparing(Difference::field))
                        .toList(),
                unknown());
    }

    private boolean isKnown(ObjectKind<?> kind) {
        return before.isKnown(kind) && after.isKnown(kind);
    }

    private List<ObjectKind<?>> unknown() {
        return Stream.<ObjectKind<?>>of(
                        PersistentVolume.KIND,
                        PersistentVolumeClaim.KIND,
                        StorageClass.KIND,
                        Pod.KIND,
                        StatefulSet.KIND)
                .filter(kind -> !isKnown(kind))
                .toList();
    }

    private void addLostData() {
        before.list(PersistentVolume.KIND)
                .filter(volume -> isReclaimed(after, volume.ref()))
                .filter(volume -> !isReclaimed(before, volume.ref()) || lostItsClaim(volume))
                .forEach(volume -> {
                    Optional<String> claim = volume.claim().map(Ref::qualifiedName);
                    add(Topic.DATA_LOST, volume.ref(), claim, Optional.empty());
                    told.add(volume.ref());
                });
    }

    private static boolean isReclaimed(Cluster cluster, Ref<PersistentVolume> volume) {
        return cluster.finding(volume)
                .filter(finding -> finding instanceof VolumeReclaimFinding.StorageDeleted
                        || finding instanceof VolumeReclaimFinding.Recycled)
                .isPresent();
    }

    /** It was scrubbed before for an earlier claim; then another one had it. */
    private boolean lostItsClaim(PersistentVolume volume) {
        return volume.isBound()
                && after.get(volume.ref()).flatMap(PersistentVolume::claim).isEmpty();
    }

    private void addBinding(Change<PersistentVolumeClaim> change) {
        Optional<Ref<PersistentVolume>> former = change.before().flatMap(Comparison::volume);
        Optional<Ref<PersistentVolume>> present = change.after().flatMap(Comparison::volume);
        if (former.equals(present) || change.isRemoval()) {
            return;
        }
        Topic topic =
                present.isEmpty() ? Topic.CLAIM_UNBOUND : former.isEmpty() ? Topic.CLAIM_BOUND : Topic.CLAIM_MOVED;
        add(topic, change.ref(), former.map(Ref::name), present.map(Ref::name));
        former.ifPresent(told::add);
        present.ifPresent(told::add);
        told.add(change.ref());
    }

    private static Optional<Ref<PersistentVolume>> volume(PersistentVolumeClaim claim) {
        return claim.isBound() ? claim.volume() : Optional.empty();
    }

    private void addChange(Change<?> change) {
        if (change.isCreation() || change.isRemoval()) {
            add(change.isCreation() ? Topic.NEW : Topic.GONE, change.ref(), Optional.empty(), Optional.empty());
        }
        change.as(Pod.KIND).ifPresent(this::addPlace);
        if (change.isUpdate()) {
            addDeletion(change);
            change.as(PersistentVolume.KIND).ifPresent(this::addRelease);
            addFields(change);
        }
    }

    private void addPlace(Change<Pod> change) {
        Optional<String> former = change.before().flatMap(Comparison::node);
        Optional<String> present = change.after().flatMap(Comparison::node);
        if (former.equals(present) || change.isRemoval()) {
            return;
        }
        Topic topic = present.isEmpty() ? Topic.POD_UNPLACED : former.isEmpty() ? Topic.POD_PLACED : Topic.POD_MOVED;
        add(topic, change.ref(), former, present);
        told.add(change.ref());
    }

    private static Optional<String> node(Pod pod) {
        return pod.isPlaced() ? Optional.of(pod.spec().nodeName()) : Optional.empty();
    }

    private void addDeletion(Change<?> change) {
        if (!change.before().orElseThrow().metadata().isBeingDeleted()
                && change.after().orElseThrow().metadata().isBeingDeleted()) {
            add(Topic.TERMINATING, change.ref(), Optional.empty(), Optional.empty());
            told.add(change.ref());
        }
    }

    private void addRelease(Change<PersistentVolume> change) {
        boolean isReleased = change.after().orElseThrow().isIn(VolumePhase.RELEASED);
        if (isReleased && !change.before().orElseThrow().isIn(VolumePhase.RELEASED)) {
            Optional<String> claim = change.after().orElseThrow().claim().map(Ref::qualifiedName);
            add(Topic.VOLUME_RELEASED, change.ref(), claim, Optional.empty());
            told.add(change.ref());
        }
    }

    /**
     * Of what is told already, what follows from that needs no line: metadata, status, and who is tied to whom. Nor does a
     * status that follows a change of anything else.
     */
    private void addFields(Change<?> change) {
        List<FieldChange> fields = FieldChange.between(
                change.ref(),
                Objects.write(change.before().orElseThrow()),
                Objects.write(change.after().orElseThrow()));
        boolean isTold = told.contains(change.ref());
        boolean isStatusOnly = fields.stream().allMatch(field -> isStatus(field.path()));
        for (FieldChange field : fields) {
            Topic topic = topic(field.path());
            boolean isFollowing =
                    isTold ? follows(field.path()) : topic == Topic.FIELD && isStatus(field.path()) && !isStatusOnly;
            if (!isFollowing) {
                String path = topic == Topic.PHASE ? "" : field.path();
                found.add(new Difference(topic, change.ref(), path, field.before(), field.after()));
            }
        }
    }

    private static boolean isStatus(String path) {
        return path.startsWith("status.");
    }

    private static boolean follows(String path) {
        return path.startsWith("metadata.")
                || isStatus(path)
                || path.startsWith("spec.claimRef")
                || path.equals("spec.volumeName")
                || path.equals("spec.nodeName");
    }

    private static Topic topic(String path) {
        if (SIZES.contains(path)) {
            return Topic.SIZE;
        }
        if (POLICIES.contains(path)) {
            return Topic.POLICY;
        }
        return path.equals("status.phase") ? Topic.PHASE : Topic.FIELD;
    }

    private void add(Topic topic, Ref<?> about, Optional<String> former, Optional<String> present) {
        found.add(new Difference(topic, about, "", former, present));
    }
}
