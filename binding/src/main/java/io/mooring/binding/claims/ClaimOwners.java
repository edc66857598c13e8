package io.mooring.binding.claims;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The owners of one claim as one set and one pod of it see them. Upstream: {@code stateful_set_utils.go}.
 *
 * @param pod its name, and its uid where it exists
 */
record ClaimOwners(StatefulSet set, ObjectMeta pod, PersistentVolumeClaim claim) {

    Ownership decide() {
        Optional<OwnerReference> stale = stale();
        if (stale.isPresent()) {
            return new Ownership.Stale(stale.get());
        }
        Optional<OwnerReference> foreign = unexpectedController();
        if (foreign.isPresent() && !isOwnedBy(set.metadata()) && !isOwnedBy(pod)) {
            return new Ownership.Foreign(foreign.get());
        }
        if (foreign.isEmpty() && isAsWanted()) {
            return new Ownership.AsWanted();
        }
        return new Ownership.Changed(foreign.isPresent() ? others() : wanted());
    }

    /** Whoever manages the claim besides set and pod; a stale reference counts. Nobody minds where all is retained. */
    Optional<OwnerReference> unexpectedController() {
        if (!deletesWhenDeleted() && !deletesWhenScaled()) {
            return Optional.empty();
        }
        return references().stream()
                .filter(reference -> isOurs(reference)
                        ? isStale(reference)
                        : reference.controller().orElse(false))
                .findFirst();
    }

    /** The reference to an earlier pod of the same name. */
    Optional<OwnerReference> earlierPod() {
        return firstStale(Pod.KIND, pod);
    }

    private Optional<OwnerReference> stale() {
        return firstStale(StatefulSet.KIND, set.metadata()).or(this::earlierPod);
    }

    /** Only the first reference to {@code owner} is looked at, as upstream does. */
    private Optional<OwnerReference> firstStale(ObjectKind<?> kind, ObjectMeta owner) {
        return references().stream()
                .filter(reference -> names(reference, kind, owner))
                .findFirst()
                .filter(reference -> !reference.uid().equals(owner.uid()));
    }

    private boolean isAsWanted() {
        return !hasOwnerThatDoesNotManage()
                && isOwnedBy(set.metadata()) == setShouldOwn()
                && isOwnedBy(pod) == podShouldOwn();
    }

    private boolean hasOwnerThatDoesNotManage() {
        return references().stream()
                .filter(reference -> reference.uid().equals(set.metadata().uid())
                        || reference.uid().equals(pod.uid()))
                .anyMatch(reference -> !reference.controller().orElse(false));
    }

    private List<OwnerReference> wanted() {
        List<OwnerReference> references = others();
        if (setShouldOwn()) {
            add(references, controllerReference(StatefulSet.KIND, set.metadata()));
        }
        if (podShouldOwn()) {
            add(references, controllerReference(Pod.KIND, pod));
        }
        return references;
    }

    private static void add(List<OwnerReference> references, OwnerReference added) {
        if (references.stream().noneMatch(reference -> reference.uid().equals(added.uid()))) {
            references.add(added);
        }
    }

    private List<OwnerReference> others() {
        return new ArrayList<>(
                references().stream().filter(reference -> !isOurs(reference)).toList());
    }

    private boolean setShouldOwn() {
        return deletesWhenDeleted() && !(deletesWhenScaled() && isScaledAway());
    }

    private boolean podShouldOwn() {
        return deletesWhenScaled() && isScaledAway();
    }

    private boolean isScaledAway() {
        return MemberName.parse(pod.name())
                .filter(name -> OrdinalRange.of(set).contains(name.ordinal()))
                .isEmpty();
    }

    private boolean deletesWhenDeleted() {
        return retention().flatMap(ClaimRetention::whenDeleted).equals(Optional.of(ClaimRetentionPolicy.DELETE));
    }

    boolean deletesWhenScaled() {
        return retention().flatMap(ClaimRetention::whenScaled).equals(Optional.of(ClaimRetentionPolicy.DELETE));
    }

    private Optional<ClaimRetention> retention() {
        return set.spec().persistentVolumeClaimRetentionPolicy();
    }

    private boolean isOurs(OwnerReference reference) {
        return names(reference, StatefulSet.KIND, set.metadata()) || names(reference, Pod.KIND, pod);
    }

    private boolean isStale(OwnerReference reference) {
        ObjectMeta owner = names(reference, StatefulSet.KIND, set.metadata()) ? set.metadata() : pod;
        return !reference.uid().equals(owner.uid());
    }

    private boolean isOwnedBy(ObjectMeta owner) {
        return references().stream().anyMatch(reference -> reference.uid().equals(owner.uid()));
    }

    private List<OwnerReference> references() {
        return claim.metadata().ownerReferences();
    }

    private static boolean names(OwnerReference reference, ObjectKind<?> kind, ObjectMeta owner) {
        return reference.apiVersion().equals(kind.apiVersion())
                && reference.kind().equals(kind.name())
                && reference.name().equals(owner.name());
    }

    static OwnerReference controllerReference(ObjectKind<?> kind, ObjectMeta owner) {
        return OwnerReference.builder()
                .apiVersion(kind.apiVersion())
                .kind(kind.name())
                .name(owner.name())
                .uid(owner.uid())
                .controller(true)
                .blockOwnerDeletion(true)
                .build();
    }
}
