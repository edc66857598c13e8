package io.mooring.binding.control.garbage;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes what no longer has an owner, and lets owners go that waited for their dependents. Models {@code
 * pkg/controller/garbagecollector}.
 *
 * <p>Whether an owner is there is known only of kinds that the API serves ({@link ServedKinds}). What names an owner of
 * another kind is kept, whatever else it names, and looked at again when the kind is served. The same holds of kinds that
 * the cluster was opened without; and who waits for dependents there, waits on, for they may be of any kind.
 */
public final class GarbageCollector implements PlaneController<Ref<?>> {
    private static final Watches<Ref<?>> WATCHES = Watches.ofAll(GarbageCollector::wakes);

    private static final Index<KubernetesObject, String> BY_UID = Index.ofAll(
            object -> object.metadata().uid(),
            object -> List.of(object.metadata().uid()));

    /** The objects by the kinds of their owners, those aside that Kubernetes brings along. */
    private static final Index<KubernetesObject, String> BY_CUSTOM_OWNER = Index.ofAll(
            object -> object.metadata().ownerReferences(),
            object -> object.metadata().ownerReferences().stream()
                    .flatMap(reference -> ServedKinds.customKind(reference).stream())
                    .distinct()
                    .toList());

    @Override
    public String name() {
        return "garbage-collector-controller";
    }

    @Override
    public List<View<?>> views() {
        return List.of(BY_UID, BY_CUSTOM_OWNER, Dependents.BY_OWNER);
    }

    /** Before it takes an owner for gone, and before it deletes, it asks for the object. */
    @Override
    public Kinds asksTheServer(Ref<?> item) {
        return Kinds.ALL;
    }

    @Override
    public Watches<Ref<?>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<?>>> wakes(Change<KubernetesObject> change, Cluster cluster) {
        if (!matters(change)) {
            return List.of();
        }
        List<Wake<Ref<?>>> wakes = new ArrayList<>();
        newlyServed(change, cluster)
                .ifPresent(
                        kind -> BY_CUSTOM_OWNER.find(cluster, kind).forEach(each -> wakes.add(Wake.now(each.ref()))));
        if (change.isRemoval()) {
            Dependents.BY_OWNER
                    .find(cluster, change.object().metadata().uid())
                    .forEach(each -> wakes.add(Wake.now(each.ref())));
        } else if (concerns(change.object().metadata())) {
            wakes.add(Wake.now(change.ref()));
        }
        for (OwnerReference reference : ownersBefore(change)) {
            for (KubernetesObject owner : BY_UID.list(cluster, reference.uid())) {
                if (isWaitingForDependents(owner.metadata())) {
                    wakes.add(Wake.now(owner.ref()));
                }
            }
        }
        return wakes;
    }

    private static List<OwnerReference> ownersBefore(Change<?> change) {
        return change.before()
                .map(before -> before.metadata().ownerReferences())
                .orElse(List.of());
    }

    /** The kind of a definition, and that of the only object of its kind. */
    private static Optional<String> newlyServed(Change<?> change, Cluster cluster) {
        if (!change.isCreation() || !(change.object() instanceof OtherObject object)) {
            return Optional.empty();
        }
        if (object.kind().equals(ServedKinds.DEFINITION)) {
            return Optional.of(ServedKinds.definedKind(object));
        }
        boolean isOnlyOne = cluster.list(object.kind()).limit(2).count() == 1;
        return isOnlyOne ? Optional.of(object.kind().qualifiedName()) : Optional.empty();
    }

    /** Whether it came or went, or its owners, its finalizers or its deletion changed. */
    private static boolean matters(Change<?> change) {
        if (!change.isUpdate()) {
            return true;
        }
        ObjectMeta before = change.before().orElseThrow().metadata();
        ObjectMeta after = change.object().metadata();
        return !before.ownerReferences().equals(after.ownerReferences())
                || !before.finalizers().equals(after.finalizers())
                || before.isBeingDeleted() != after.isBeingDeleted();
    }

    private static boolean concerns(ObjectMeta metadata) {
        return !metadata.ownerReferences().isEmpty()
                || isWaitingForDependents(metadata)
                || isOrphaningDependents(metadata);
    }

    private static boolean isWaitingForDependents(ObjectMeta metadata) {
        return metadata.isBeingDeleted() && metadata.hasFinalizer(Deletion.FOREGROUND_FINALIZER);
    }

    private static boolean isOrphaningDependents(ObjectMeta metadata) {
        return metadata.isBeingDeleted() && metadata.hasFinalizer(Deletion.ORPHAN_FINALIZER);
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<?> item) {
        return cluster.get(item).map(object -> reconcile(cluster, object)).orElse(List.of());
    }

    private static List<Write> reconcile(Cluster cluster, KubernetesObject object) {
        ObjectMeta metadata = object.metadata();
        boolean waits = isOrphaningDependents(metadata) || isWaitingForDependents(metadata);
        if (waits && !cluster.isWhole()) {
            return List.of();
        }
        if (isOrphaningDependents(metadata)) {
            return orphanDependents(cluster, object);
        }
        if (isWaitingForDependents(metadata)) {
            return deleteDependents(cluster, object);
        }
        if (metadata.isBeingDeleted() || metadata.ownerReferences().isEmpty()) {
            return List.of();
        }
        return attemptToDelete(cluster, object);
    }

    /** Models {@code orphanDependents}: the dependents forget their owner, then it may go. */
    private static List<Write> orphanDependents(Cluster cluster, KubernetesObject owner) {
        Stream<Write> forget = Dependents.BY_OWNER
                .find(cluster, owner.metadata().uid())
                .map(each -> withoutOwners(each, Set.of(owner.metadata().uid())));
        return Stream.concat(forget, Stream.of(withoutFinalizer(owner, Deletion.ORPHAN_FINALIZER)))
                .toList();
    }

    /** Models {@code processDeletingDependentsItem}: what blocks the owner is deleted, or nothing blocks it. */
    private static List<Write> deleteDependents(Cluster cluster, KubernetesObject owner) {
        List<KubernetesObject> blocking = blocking(cluster, owner);
        if (blocking.isEmpty()) {
            return List.of(withoutFinalizer(owner, Deletion.FOREGROUND_FINALIZER));
        }
        return blocking.stream()
                .filter(each -> !each.metadata().isBeingDeleted())
                .flatMap(each -> attemptToDelete(cluster, each).stream())
                .toList();
    }

    /** What an owner that is deleted in the foreground waits for. */
    public static List<KubernetesObject> blocking(Cluster cluster, KubernetesObject owner) {
        return Dependents.BY_OWNER
                .find(cluster, owner.metadata().uid())
                .filter(each -> isBlocking(each, owner.metadata().uid()))
                .toList();
    }

    private static boolean isBlocking(KubernetesObject dependent, String ownerUid) {
        return dependent.metadata().ownerReferences().stream()
                .anyMatch(reference -> reference.uid().equals(ownerUid)
                        && reference.blockOwnerDeletion().orElse(false));
    }

    /** Models {@code attemptToDeleteItem}: one owner that stays keeps it; else it goes the way its owners go. */
    private static List<Write> attemptToDelete(Cluster cluster, KubernetesObject object) {
        Map<Owner, Set<String>> uids = new EnumMap<>(Owner.class);
        for (OwnerReference reference : object.metadata().ownerReferences()) {
            uids.computeIfAbsent(stateOf(cluster, object, reference), state -> new HashSet<>())
                    .add(reference.uid());
        }
        if (uids.containsKey(Owner.UNKNOWN)) {
            return List.of();
        }
        if (uids.containsKey(Owner.SOLID)) {
            Set<String> gone = new HashSet<>(uids.getOrDefault(Owner.WAITING, Set.of()));
            gone.addAll(uids.getOrDefault(Owner.DANGLING, Set.of()));
            return gone.isEmpty() ? List.of() : List.of(withoutOwners(object, gone));
        }
        boolean hasDependentsToWaitFor = uids.containsKey(Owner.WAITING)
                && Dependents.BY_OWNER.count(cluster, object.metadata().uid()) > 0;
        if (!hasDependentsToWaitFor) {
            return List.of(delete(object, ownPropagation(object)));
        }
        boolean mayBeACircle = Dependents.BY_OWNER
                .find(cluster, object.metadata().uid())
                .anyMatch(dependent -> isWaitingForDependents(dependent.metadata()));
        Write deletion = delete(object, Propagation.FOREGROUND);
        return mayBeACircle ? List.of(unblocking(object), deletion) : List.of(deletion);
    }

    /** Models {@code unblockOwnerReferencesStrategicMergePatch}: owners that wait for each other would wait for ever. */
    private static Write unblocking(KubernetesObject object) {
        ObjectMeta metadata = object.metadata();
        return new Write.Update(object.withMetadata(metadata.withOwnerReferences(metadata.ownerReferences().stream()
                .map(reference -> reference.blockOwnerDeletion().orElse(false)
                        ? reference.withBlockOwnerDeletion(false)
                        : reference)
                .toList())));
    }

    /** How an owner stands, in the terms of {@code classifyReferences}. */
    private enum Owner {
        /** It stays. */
        SOLID,

        /** It is being deleted, and waits for its dependents. */
        WAITING,

        /** It is gone. */
        DANGLING,

        /** It cannot be looked up; upstream gives up on the object. */
        UNKNOWN
    }

    private static Owner stateOf(Cluster cluster, KubernetesObject object, OwnerReference reference) {
        if (!canBeLookedUp(cluster, object, reference)) {
            return Owner.UNKNOWN;
        }
        Optional<KubernetesObject> owner = BY_UID.find(cluster, reference.uid())
                .filter(found -> isMeant(found, object, reference))
                .findFirst();
        return owner.map(found -> isWaitingForDependents(found.metadata()) ? Owner.WAITING : Owner.SOLID)
                .orElse(Owner.DANGLING);
    }

    /**
     * Whether the owner's kind is served, and not one with namespaces for an object without. Models {@code restMappingError}
     * and {@code namespacedOwnerOfClusterScopedObjectErr} of {@code isDangling}.
     */
    private static boolean canBeLookedUp(Cluster cluster, KubernetesObject object, OwnerReference reference) {
        return new ServedKinds(cluster)
                .scopeOf(reference)
                .filter(scope -> cluster.isKnown(ServedKinds.kindOf(reference)))
                .filter(scope -> scope == ServedKinds.Scope.CLUSTER
                        || !object.ref().namespace().isEmpty())
                .isPresent();
    }

    /** An owner is in the same namespace or in none. */
    private static boolean isMeant(KubernetesObject owner, KubernetesObject object, OwnerReference reference) {
        String namespace = owner.ref().namespace();
        return reference.isOf(owner.kind())
                && reference.name().equals(owner.metadata().name())
                && (namespace.isEmpty() || namespace.equals(object.ref().namespace()));
    }

    private static Propagation ownPropagation(KubernetesObject object) {
        if (object.metadata().hasFinalizer(Deletion.ORPHAN_FINALIZER)) {
            return Propagation.ORPHAN;
        }
        return object.metadata().hasFinalizer(Deletion.FOREGROUND_FINALIZER)
                ? Propagation.FOREGROUND
                : Propagation.BACKGROUND;
    }

    private static Write delete(KubernetesObject object, Propagation propagation) {
        return new Write.Delete(
                object.ref(),
                Deletion.DEFAULT.with(propagation).ofUid(object.metadata().uid()));
    }

    private static Write withoutOwners(KubernetesObject object, Set<String> uids) {
        return new Write.Update(object.withMetadata(object.metadata().withoutOwners(uids)));
    }

    private static Write withoutFinalizer(KubernetesObject object, String finalizer) {
        return new Write.Update(object.withMetadata(object.metadata().withoutFinalizer(finalizer)));
    }
}
