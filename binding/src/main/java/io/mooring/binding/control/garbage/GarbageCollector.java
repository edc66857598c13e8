package io.mooring.binding.control.garbage;

import io.mooring.binding.control.volume.Owners;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes away what has no owner any more, and lets owners go that waited for what they own. Models {@code
 * pkg/controller/garbagecollector}.
 *
 * <p>An owner is there if an object with its uid is; whether its kind is one that Mooring interprets does not matter.
 */
public final class GarbageCollector implements Controller<Ref<?>> {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private static final Index<KubernetesObject, String> BY_UID = Index.ofAll(
            object -> object.metadata().uid(),
            object -> List.of(object.metadata().uid()));

    @Override
    public String name() {
        return "garbage-collector-controller";
    }

    @Override
    public List<View<?>> views() {
        return List.of(BY_UID, Owners.DEPENDENTS);
    }

    @Override
    public List<Wake<Ref<?>>> wakes(Change change, Cluster world) {
        if (!isNews(change)) {
            return List.of();
        }
        List<Wake<Ref<?>>> wakes = new ArrayList<>();
        if (change.isRemoval()) {
            Owners.DEPENDENTS
                    .find(world, change.object().metadata().uid())
                    .forEach(each -> wakes.add(Wake.now(each.ref())));
        } else if (concerns(change.object().metadata())) {
            wakes.add(Wake.now(change.ref()));
        }
        change.before().stream()
                .flatMap(before -> before.metadata().ownerReferences().stream())
                .flatMap(reference -> BY_UID.find(world, reference.uid()))
                .filter(owner -> isWaitingForDependents(owner.metadata()))
                .forEach(owner -> wakes.add(Wake.now(owner.ref())));
        return wakes;
    }

    /** Whether it came or went, or its owners, its finalizers or its deletion changed. */
    private static boolean isNews(Change change) {
        if (change.isCreation() || change.isRemoval()) {
            return true;
        }
        ObjectMeta before = change.before().orElseThrow().metadata();
        ObjectMeta after = change.after().orElseThrow().metadata();
        return !before.ownerReferences().equals(after.ownerReferences())
                || !before.finalizers().equals(after.finalizers())
                || before.isBeingDeleted() != after.isBeingDeleted();
    }

    private static boolean concerns(ObjectMeta metadata) {
        return !metadata.ownerReferences().isEmpty()
                || isWaitingForDependents(metadata)
                || isLeavingDependents(metadata);
    }

    private static boolean isWaitingForDependents(ObjectMeta metadata) {
        return metadata.isBeingDeleted() && metadata.finalizers().contains(FOREGROUND);
    }

    private static boolean isLeavingDependents(ObjectMeta metadata) {
        return metadata.isBeingDeleted() && metadata.finalizers().contains(ORPHAN);
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<?> key) {
        return world.get(key).map(object -> reconcile(world, object)).orElse(List.of());
    }

    private static List<Write> reconcile(Cluster world, KubernetesObject object) {
        ObjectMeta metadata = object.metadata();
        if (isLeavingDependents(metadata)) {
            return leaveDependents(world, object);
        }
        if (isWaitingForDependents(metadata)) {
            return waitForDependents(world, object);
        }
        if (metadata.isBeingDeleted() || metadata.ownerReferences().isEmpty()) {
            return List.of();
        }
        return judge(world, object);
    }

    /** Models {@code orphanDependents}: the dependents forget their owner, then it may go. */
    private static List<Write> leaveDependents(Cluster world, KubernetesObject owner) {
        Stream<Write> forget = Owners.DEPENDENTS
                .find(world, owner.metadata().uid())
                .map(each -> withoutOwners(each, Set.of(owner.metadata().uid())));
        return Stream.concat(forget, Stream.of(withoutFinalizer(owner, ORPHAN))).toList();
    }

    /** Models {@code processDeletingDependentsItem}: what blocks the owner is deleted, or nothing blocks it. */
    private static List<Write> waitForDependents(Cluster world, KubernetesObject owner) {
        List<KubernetesObject> blocking = Owners.DEPENDENTS
                .find(world, owner.metadata().uid())
                .filter(each -> isBlocking(each, owner.metadata().uid()))
                .toList();
        if (blocking.isEmpty()) {
            return List.of(withoutFinalizer(owner, FOREGROUND));
        }
        return blocking.stream()
                .filter(each -> !each.metadata().isBeingDeleted())
                .flatMap(each -> judge(world, each).stream())
                .toList();
    }

    private static boolean isBlocking(KubernetesObject dependent, String ownerUid) {
        return dependent.metadata().ownerReferences().stream()
                .anyMatch(reference -> reference.uid().equals(ownerUid)
                        && reference.blockOwnerDeletion().orElse(false));
    }

    /** Models {@code attemptToDeleteItem}: one owner that stays keeps it; else it goes the way its owners go. */
    private static List<Write> judge(Cluster world, KubernetesObject object) {
        List<OwnerReference> references = object.metadata().ownerReferences();
        Set<String> waiting = uids(references, reference -> stateOf(world, object, reference) == Owner.WAITING);
        Set<String> dangling = uids(references, reference -> stateOf(world, object, reference) == Owner.ABSENT);
        if (waiting.size() + dangling.size() < distinct(references)) {
            Set<String> gone =
                    Stream.concat(waiting.stream(), dangling.stream()).collect(Collectors.toSet());
            return gone.isEmpty() ? List.of() : List.of(withoutOwners(object, gone));
        }
        boolean hasDependents =
                Owners.DEPENDENTS.find(world, object.metadata().uid()).findAny().isPresent();
        return List.of(
                delete(object, !waiting.isEmpty() && hasDependents ? Propagation.FOREGROUND : ownPropagation(object)));
    }

    private enum Owner {
        SOLID,
        WAITING,
        ABSENT
    }

    private static Owner stateOf(Cluster world, KubernetesObject object, OwnerReference reference) {
        Optional<KubernetesObject> owner = BY_UID.find(world, reference.uid())
                .filter(found -> isMeant(found, object, reference))
                .findFirst();
        return owner.map(found -> isWaitingForDependents(found.metadata()) ? Owner.WAITING : Owner.SOLID)
                .orElse(Owner.ABSENT);
    }

    /** An owner is in the same namespace or in none. */
    private static boolean isMeant(KubernetesObject owner, KubernetesObject object, OwnerReference reference) {
        Ref<?> key = owner.ref();
        return key.kind().isNamed(reference.apiVersion(), reference.kind())
                && key.name().equals(reference.name())
                && (key.namespace().isEmpty()
                        || key.namespace().equals(object.ref().namespace()));
    }

    private static Set<String> uids(List<OwnerReference> references, Predicate<OwnerReference> which) {
        return references.stream().filter(which).map(OwnerReference::uid).collect(Collectors.toSet());
    }

    private static int distinct(List<OwnerReference> references) {
        return (int) references.stream().map(OwnerReference::uid).distinct().count();
    }

    private static Propagation ownPropagation(KubernetesObject object) {
        List<String> finalizers = object.metadata().finalizers();
        if (finalizers.contains(ORPHAN)) {
            return Propagation.ORPHAN;
        }
        return finalizers.contains(FOREGROUND) ? Propagation.FOREGROUND : Propagation.BACKGROUND;
    }

    private static Write delete(KubernetesObject object, Propagation propagation) {
        return new Write.Delete(
                object.ref(),
                Deletion.DEFAULT.with(propagation).ofUid(object.metadata().uid()));
    }

    private static Write withoutOwners(KubernetesObject object, Set<String> uids) {
        List<OwnerReference> rest = object.metadata().ownerReferences().stream()
                .filter(reference -> !uids.contains(reference.uid()))
                .toList();
        return new Write.Update(object.withMetadata(object.metadata().withOwnerReferences(rest)));
    }

    private static Write withoutFinalizer(KubernetesObject object, String finalizer) {
        List<String> rest = object.metadata().finalizers().stream()
                .filter(each -> !each.equals(finalizer))
                .toList();
        return new Write.Update(object.withMetadata(object.metadata().withFinalizers(rest)));
    }
}
