package io.mooring.testkit.story;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.workload.StatefulSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What holds under Kubernetes' controllers, and has to go on holding beside somebody's own controller or steps.
 *
 * <pre>{@code
 * story.check(Laws.RETAIN_KEEPS, Laws.DATA_IS_KEPT);
 * story.check(Laws.all());
 * }</pre>
 */
public enum Laws implements Law {
    /** Two claims never have one volume. */
    NO_VOLUME_SERVES_TWO("no volume serves two claims", Laws::noVolumeServesTwo),
    /** A volume is never smaller than its claim asked when it was bound. */
    NONE_TOO_SMALL("no volume is smaller than its claim asked for", Laws::noneTooSmall),
    /** Whoever is bound stays so, as long as nobody touches the claim or the volume. */
    BOUND_STAYS_BOUND("who is bound stays bound", Laws::boundStaysBound),
    /** A volume of the policy Retain stays, unless somebody deletes it or changes it. */
    RETAIN_KEEPS("a volume with the reclaim policy Retain stays", Laws::retainKeeps),
    /**
     * What a claim has written stays, where nobody deletes anything, scales, or changes the spec of a volume, a claim or a set.
     * Claims that belong to pods do not count: they go with them.
     */
    DATA_IS_KEPT("data stays where nobody asks to delete it", Laws::dataIsKept),
    /** What is being deleted and held by nothing is gone. */
    DELETED_GOES("what is being deleted and held by nothing goes", Laws::deletedGoes),
    /** A step that is refused changes nothing. */
    REFUSED_CHANGES_NOTHING("a refused step changes nothing", Laws::refusedChangesNothing),
    /** Settling ends, and settling again does nothing. */
    SETTLED_STAYS_SETTLED("a settled cluster stays settled", Laws::settledStaysSettled),
    /** A dump of it, opened, has the same objects. */
    OPENED_IS_THE_SAME("a dump that is opened is the same cluster", Laws::openedIsTheSame);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // It keeps nothing.
    private final Consumer<Passage> check;

    Laws(String words, Consumer<Passage> check) {
        this.words = words;
        this.check = check;
    }

    /** Every one of them. */
    public static List<Law> all() {
        return List.of(values());
    }

    @Override
    public void check(Passage passage) {
        check.accept(passage);
    }

    @Override
    public String words() {
        return words;
    }

    private static void noVolumeServesTwo(Passage passage) {
        Map<String, PersistentVolumeClaim> served = new HashMap<>();
        // Whoever takes off the annotation of a bound claim leaves its phase as it was, and nobody tells it otherwise.
        bound(passage.after()).filter(PersistentVolumeClaim::wasBound).forEach(claim -> {
            PersistentVolumeClaim other = served.put(claim.spec().volumeName(), claim);
            if (other != null) {
                throw broken(passage, "PersistentVolume " + claim.spec().volumeName() + " serves two", other, claim);
            }
        });
    }

    private static void noneTooSmall(Passage passage) {
        bound(passage.after()).filter(claim -> !wasBound(passage, claim)).forEach(claim -> {
            PersistentVolume volume =
                    passage.after().volume(claim.spec().volumeName()).orElseThrow();
            if (volume.storageCapacity().compareTo(claim.requestedStorage()) < 0) {
                throw broken(
                        passage,
                        volume.ref() + " has " + volume.storageCapacity() + ", and " + claim.ref() + " asked for "
                                + claim.requestedStorage(),
                        claim);
            }
        });
    }

    /** One that has lost its volume takes whatever has its name. */
    private static boolean wasBound(Passage passage, PersistentVolumeClaim claim) {
        return same(passage.before(), claim)
                .filter(before -> before.isBound() || before.wasBound())
                .isPresent();
    }

    private static void boundStaysBound(Passage passage) {
        bound(passage.before())
                .forEach(claim -> same(passage.after(), claim)
                        .filter(now -> !isAbout(passage, claim.ref()))
                        .filter(now -> !isAbout(
                                passage, PersistentVolume.ref(claim.spec().volumeName())))
                        .filter(now -> !now.isBound()
                                || !now.spec().volumeName().equals(claim.spec().volumeName()))
                        .ifPresent(now -> {
                            throw broken(
                                    passage,
                                    claim.ref() + " had " + claim.spec().volumeName(),
                                    now);
                        }));
    }

    private static void retainKeeps(Passage passage) {
        passage.before()
                .list(PersistentVolume.KIND)
                .filter(volume -> volume.hasReclaimPolicy(ReclaimPolicy.RETAIN))
                .filter(volume -> !volume.metadata().isBeingDeleted())
                .filter(volume -> !isAbout(passage, volume.ref()))
                .filter(volume -> same(passage.after(), volume).isEmpty())
                .forEach(volume -> {
                    throw broken(passage, volume.ref() + " is gone, and its reclaim policy was Retain");
                });
    }

    private static void dataIsKept(Passage passage) {
        if (passage.steps().stream().anyMatch(step -> step.accept(AsksToLose.CASES))) {
            return;
        }
        bound(passage.before())
                .filter(claim -> isMeantToStay(passage.before(), claim))
                .forEach(claim -> passage.before()
                        .volume(claim.spec().volumeName())
                        .filter(volume -> same(passage.after(), volume).isEmpty())
                        .ifPresent(volume -> {
                            throw broken(passage, volume.ref() + " is gone with the data of " + claim.ref());
                        }));
    }

    private static boolean isMeantToStay(Cluster cluster, PersistentVolumeClaim claim) {
        return !claim.metadata().isBeingDeleted()
                && claim.metadata().ownerReferences().stream().allMatch(owner -> isStayingSet(cluster, claim, owner));
    }

    private static boolean isStayingSet(Cluster cluster, PersistentVolumeClaim claim, OwnerReference owner) {
        return owner.isOf(StatefulSet.KIND)
                && cluster.get(StatefulSet.ref(claim.metadata().namespace(), owner.name()))
                        .filter(set -> !set.metadata().isBeingDeleted())
                        .isPresent();
    }

    private static void deletedGoes(Passage passage) {
        passage.after()
                .all()
                .filter(object -> isOver(object.metadata()))
                .findFirst()
                .ifPresent(object -> {
                    throw broken(passage, object.ref() + " is being deleted, has no finalizers, and is there");
                });
    }

    private static boolean isOver(ObjectMeta metadata) {
        return metadata.isBeingDeleted()
                && metadata.finalizers().isEmpty()
                && metadata.deletionGracePeriodSeconds().orElse(0L) == 0;
    }

    private static void refusedChangesNothing(Passage passage) {
        passage.taken().stream()
                .filter(taken -> !taken.isAccepted() && taken.after() != taken.before())
                .filter(taken -> !taken.after().toString().equals(taken.before().toString()))
                .forEach(taken -> {
                    throw broken(
                            passage,
                            "refused, and done in part: " + taken.step().words() + "\n"
                                    + taken.after().changesSince(taken.before()));
                });
    }

    private static void settledStaysSettled(Passage passage) {
        Cluster again = passage.after().settle();
        if (!passage.after().isSettled()
                || !again.toString().equals(passage.after().toString())) {
            throw broken(passage, "settling again changes " + again.changesSince(passage.after()));
        }
    }

    private static void openedIsTheSame(Passage passage) {
        Cluster opened =
                Cluster.open(passage.after().controllers(), passage.after().dump());
        if (!opened.all().toList().equals(passage.after().all().toList())) {
            throw broken(passage, "opened otherwise: " + opened.changesSince(passage.after()));
        }
    }

    private static Stream<PersistentVolumeClaim> bound(Cluster cluster) {
        return cluster.list(PersistentVolumeClaim.KIND).filter(PersistentVolumeClaim::isBound);
    }

    /** The very object, and none that was made anew under its name. */
    private static <T extends KubernetesObject> Optional<T> same(Cluster cluster, T object) {
        @SuppressWarnings("unchecked") // An object's own name leads to objects of its type.
        Ref<T> ref = (Ref<T>) object.ref();
        return cluster.get(ref)
                .filter(other -> other.metadata().uid().equals(object.metadata().uid()));
    }

    private static boolean isAbout(Passage passage, Ref<?> object) {
        return passage.steps().stream().anyMatch(step -> step.object().equals(Optional.of(object)));
    }

    /** With why these objects stand as they do. */
    private static AssertionError broken(Passage passage, String what, KubernetesObject... explained) {
        StringBuilder text = new StringBuilder(what);
        for (KubernetesObject object : explained) {
            text.append('\n')
                    .append(Explainer.explain(passage.after(), object.ref()).text());
        }
        return new AssertionError(text.toString());
    }
}
