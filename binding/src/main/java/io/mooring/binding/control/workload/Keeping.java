package io.mooring.binding.control.workload;

import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which objects of a kind belong to one that selects them by labels: it adopts what nobody controls and it selects, and
 * releases what it controls and selects no more. Models {@code ControllerRefManager.ClaimObject}.
 *
 * @param kept those that it controls, selected or not, by name
 * @param writes the adoptions and releases that are due; nothing else is decided before they are done
 */
public record Keeping<T extends KubernetesObject>(List<T> kept, List<Write> writes) {

    /** Objects of one kind that nobody controls, by namespace. */
    public static <T extends KubernetesObject> Index<T, String> orphans(ObjectKind<T> kind) {
        return Index.of(
                kind,
                object -> object.metadata().ownerReferences(),
                object -> object.metadata().controller().isPresent()
                        ? List.of()
                        : List.of(object.metadata().namespace()));
    }

    /**
     * How things stand with the objects that the owner keeps.
     *
     * @param orphans {@link #orphans} of the kind
     * @param counts what is adopted and released; other objects stay as they are
     */
    public static <T extends KubernetesObject> Keeping<T> of(
            Cluster cluster,
            KubernetesObject owner,
            LabelMatcher matcher,
            ObjectKind<T> kind,
            Index<T, String> orphans,
            Predicate<T> counts) {
        List<T> kept = kept(cluster, owner, kind).toList();
        List<Write> writes = new ArrayList<>();
        if (!owner.metadata().isBeingDeleted()) {
            orphans.find(cluster, owner.metadata().namespace())
                    .filter(each -> isAdopted(each, matcher) && counts.test(each))
                    .forEach(each -> writes.add(adopt(each, owner)));
            kept.stream()
                    .filter(each -> !matcher.matches(each.metadata().labels()) && counts.test(each))
                    .forEach(each -> writes.add(release(each, owner)));
        }
        return new Keeping<>(kept, writes);
    }

    /** The objects of this kind that the owner controls, by name. */
    public static <T extends KubernetesObject> Stream<T> kept(
            Cluster cluster, KubernetesObject owner, ObjectKind<T> kind) {
        return Dependents.BY_OWNER
                .find(cluster, owner.metadata().uid())
                .filter(each -> each.kind().equals(kind) && each.metadata().isControlledBy(owner.metadata()))
                .map(kind.type()::cast);
    }

    /** Whether one that selects so takes the object in, which nobody controls. */
    public static boolean isAdopted(KubernetesObject orphan, LabelMatcher matcher) {
        return !orphan.metadata().isBeingDeleted()
                && matcher.matches(orphan.metadata().labels());
    }

    private static Write adopt(KubernetesObject orphan, KubernetesObject owner) {
        ObjectMeta metadata = orphan.metadata();
        return new Write.Update(
                orphan.withMetadata(metadata.withOwner(OwnerReference.toController(owner.kind(), owner.metadata()))));
    }

    private static Write release(KubernetesObject kept, KubernetesObject owner) {
        return new Write.Update(kept.withMetadata(
                kept.metadata().withoutOwners(Set.of(owner.metadata().uid()))));
    }
}
