package io.mooring.binding.claims;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The owner references of one claim, as a set and one of its pods judge them. Models the functions on claims of {@code
 * stateful_set_utils.go}.
 *
 * @param pod its name, and its uid if it exists
 */
record OwnerReferenceRules(StatefulSet set, ObjectMeta pod, PersistentVolumeClaim claim) {

    OwnerReferenceUpdate decide() {
        Optional<OwnerReference> stale = stale();
        if (stale.isPresent()) {
            return new OwnerReferenceUpdate.Stale(stale.get());
        }
        Optional<OwnerReference> unexpected = unexpectedController();
        if (unexpected.isPresent() && !isOwnedBy(set.metadata()) && !isOwnedBy(pod)) {
            return new OwnerReferenceUpdate.OtherController(unexpected.get());
        }
        if (unexpected.isEmpty() && isUpToDate()) {
            return new OwnerReferenceUpdate.UpToDate();
        }
        return new OwnerReferenceUpdate.Change(unexpected.isPresent() ? others() : wanted());
    }

    /** Whoever controls the claim besides set and pod; a stale reference counts too. Nobody does where all claims are retained. */
    Optional<OwnerReference> unexpectedController() {
        if (!set.deletesClaimsWhenDeleted() && !set.deletesClaimsWhenScaled()) {
            return Optional.empty();
        }
        return references().stream()
                .filter(reference -> isOurs(reference) ? isStale(reference) : reference.isController())
                .findFirst();
    }

    /** The reference to an earlier pod of the same name. */
    Optional<OwnerReference> earlierPod() {
        return firstStale(Pod.KIND, pod);
    }

    private Optional<OwnerReference> stale() {
        return firstStale(StatefulSet.KIND, set.metadata()).or(this::earlierPod);
    }

    /** Only the first reference that names the owner is looked at, as upstream does. */
    private Optional<OwnerReference> firstStale(ObjectKind<?> kind, ObjectMeta owner) {
        return references().stream()
                .filter(reference -> names(reference, kind, owner))
                .findFirst()
                .filter(reference -> !reference.isTo(owner));
    }

    private boolean isUpToDate() {
        return !hasOwnerWithoutControl()
                && isOwnedBy(set.metadata()) == setShouldOwn()
                && isOwnedBy(pod) == podShouldOwn();
    }

    /** Whether set or pod own the claim without being its controller. Models {@code hasNonControllerOwner}. */
    private boolean hasOwnerWithoutControl() {
        return references().stream()
                .filter(reference -> reference.isTo(set.metadata()) || reference.isTo(pod))
                .anyMatch(reference -> !reference.isController());
    }

    private List<OwnerReference> wanted() {
        List<OwnerReference> references = others();
        if (setShouldOwn()) {
            add(references, OwnerReference.toController(StatefulSet.KIND, set.metadata()));
        }
        if (podShouldOwn()) {
            add(references, OwnerReference.toController(Pod.KIND, pod));
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
        return set.deletesClaimsWhenDeleted() && !podShouldOwn();
    }

    private boolean podShouldOwn() {
        return set.deletesClaimsWhenScaled() && isScaledAway();
    }

    private boolean isScaledAway() {
        return StatefulPodName.parse(pod.name())
                .filter(name -> set.hasOrdinal(name.ordinal()))
                .isEmpty();
    }

    private boolean isOurs(OwnerReference reference) {
        return names(reference, StatefulSet.KIND, set.metadata()) || names(reference, Pod.KIND, pod);
    }

    private boolean isStale(OwnerReference reference) {
        ObjectMeta owner = names(reference, StatefulSet.KIND, set.metadata()) ? set.metadata() : pod;
        return !reference.isTo(owner);
    }

    private boolean isOwnedBy(ObjectMeta owner) {
        return references().stream().anyMatch(reference -> reference.isTo(owner));
    }

    private List<OwnerReference> references() {
        return claim.metadata().ownerReferences();
    }

    private static boolean names(OwnerReference reference, ObjectKind<?> kind, ObjectMeta owner) {
        return reference.apiVersion().equals(kind.apiVersion())
                && reference.kind().equals(kind.name())
                && reference.name().equals(owner.name());
    }
}
