package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumePhase;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.StepSource;
import io.mooring.testkit.story.Steps;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.StatefulSet;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** What is left of what an owner kept, and of all else, when the owner is deleted, in whatever way. */
@AddLifecycleHook(KeptSeed.class)
class OwnersLawsTest {
    private static final List<ObjectKind<? extends KubernetesObject>> OWNERS = List.of(
            Deployment.KIND, DaemonSet.KIND, StatefulSet.KIND, ReplicaSet.KIND, ReplicationController.KIND, Job.KIND);
    private static final int LEAST_OF_A_KIND = 1;
    private static final int LEAST_OF_A_WAY = 15;
    private static final int LEAST_KEPT = 20;

    private static final Map<String, Integer> DELETED = new TreeMap<>();
    private static final Map<Propagation, Integer> WAYS = new EnumMap<>(Propagation.class);
    private static int claimsKept;
    private static int claimsTaken;
    private static int stuck;

    /** In which there is much that keeps pods. */
    @Provide
    Arbitrary<Story> stories() {
        StepSource more = new StepSource() {
            @Override
            public int weight(Cluster cluster) {
                return 3 * Steps.NEW_WORKLOAD.weight(cluster);
            }

            @Override
            public Step draw(Cluster cluster, Choices choices) {
                return Steps.NEW_WORKLOAD.draw(cluster, choices);
            }
        };
        return MooringArbitraries.of(Stories.any().and(more));
    }

    @Provide
    Arbitrary<Propagation> ways() {
        return Arbitraries.of(Propagation.values());
    }

    @Provide
    Arbitrary<Integer> choices() {
        return Arbitraries.integers().between(0, 59);
    }

    @Property(tries = 120, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void whatAnOwnerKeptGoesWithItOrIsLetGoAndNothingElseIsLost(
            @ForAll("stories") Story story, @ForAll("choices") int choice, @ForAll("ways") Propagation way) {
        Cluster before = story.end();
        List<KubernetesObject> owners = owners(before);
        if (owners.isEmpty()) {
            return;
        }
        KubernetesObject owner = owners.get(choice % owners.size());
        DELETED.merge(owner.kind().name(), 1, Integer::sum);
        WAYS.merge(way, 1, Integer::sum);

        Cluster after =
                before.delete(owner.ref(), Deletion.DEFAULT.with(way)).orThrow().settle();

        assertNobodyIsLeftBehind(after);
        after.all()
                .filter(object -> object.metadata().isBeingDeleted())
                .forEach(object ->
                        assertThat(holder(after, object)).as(object.toString()).isPresent());
        assertNothingIsToldToGoByItself(after);
        Set<String> owned = owned(before, owner);
        if (way == Propagation.ORPHAN) {
            assertLetGo(before, after, owned);
        }
        assertNothingElseIsLost(before, after, way == Propagation.ORPHAN ? Set.of(uid(owner)) : owned);
        assertThat(after.settle().changesSince(after)).isEmpty();
    }

    @AfterContainer
    static void everyKindWasDeletedInEveryWay() {
        OWNERS.forEach(kind -> assertThat(DELETED.getOrDefault(kind.name(), 0))
                .as(kind.name())
                .isGreaterThanOrEqualTo(LEAST_OF_A_KIND));
        for (Propagation way : Propagation.values()) {
            assertThat(WAYS.getOrDefault(way, 0)).as(way.name()).isGreaterThanOrEqualTo(LEAST_OF_A_WAY);
        }
        assertThat(claimsKept).isGreaterThanOrEqualTo(LEAST_KEPT);
        assertThat(claimsTaken).isPositive();
        assertThat(stuck).isPositive();
    }

    /** In a settled cluster only time can take what is still there. */
    private static void assertNothingIsToldToGoByItself(Cluster settled) {
        Cluster later = settled.advance(Duration.ofDays(1)).settle();
        later.all()
                .filter(object -> object.metadata().isBeingDeleted())
                .map(object -> Explainer.explain(later, object.ref()))
                .forEach(explanation -> {
                    stuck++;
                    assertThat(explanation.outlook()).as(explanation.text()).isNotEqualTo(Outlook.WAITS);
                });
    }

    private static List<KubernetesObject> owners(Cluster cluster) {
        return OWNERS.stream()
                .flatMap(kind -> cluster.list(kind).map(KubernetesObject.class::cast))
                .filter(owner -> !owner.metadata().isBeingDeleted())
                .toList();
    }

    private static String uid(KubernetesObject object) {
        return object.metadata().uid();
    }

    private static Set<String> uids(Cluster cluster) {
        return cluster.all().map(OwnersLawsTest::uid).collect(Collectors.toSet());
    }

    /** The owner, and what it owns directly or not. */
    private static Set<String> owned(Cluster cluster, KubernetesObject owner) {
        Set<String> owned = new HashSet<>(Set.of(uid(owner)));
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = owned.addAll(cluster.all()
                    .filter(object -> object.metadata().ownerReferences().stream()
                            .anyMatch(reference -> owned.contains(reference.uid())))
                    .map(OwnersLawsTest::uid)
                    .collect(Collectors.toSet()));
        }
        return owned;
    }

    /** What is kept by an owner that is gone is on its way out, and held by somebody. */
    private static void assertNobodyIsLeftBehind(Cluster after) {
        Set<String> present = uids(after);
        assertThat(after.all()
                        .filter(object -> !object.metadata().isBeingDeleted())
                        .filter(object -> object.metadata()
                                .controller()
                                .filter(owner -> !present.contains(owner.uid()))
                                .isPresent()))
                .isEmpty();
    }

    /** All are there that were, and nobody names the owner any more. */
    private static void assertLetGo(Cluster before, Cluster after, Set<String> owned) {
        assertThat(before.all()
                        .filter(object -> owned.contains(uid(object)))
                        .filter(object -> object.metadata().ownerReferences().stream()
                                .anyMatch(reference -> owned.contains(reference.uid())))
                        .filter(object -> !object.metadata().isBeingDeleted())
                        .map(OwnersLawsTest::uid)
                        .filter(uid -> !uids(after).contains(uid)))
                .isEmpty();
    }

    /** Beside the owned: what was going anyway, and the storage of claims that go, if its policy says so. */
    private static void assertNothingElseIsLost(Cluster before, Cluster after, Set<String> owned) {
        Set<String> present = uids(after);
        Set<String> lostClaims = before.list(PersistentVolumeClaim.KIND)
                .map(OwnersLawsTest::uid)
                .filter(uid -> !present.contains(uid))
                .collect(Collectors.toSet());
        claimsKept += (int) before.list(PersistentVolumeClaim.KIND).count() - lostClaims.size();
        claimsTaken += lostClaims.size();
        Set<String> staysOtherwise = uids(before.settle());
        assertThat(before.all()
                        .filter(object -> !present.contains(uid(object)))
                        .filter(object -> staysOtherwise.contains(uid(object)))
                        .filter(object -> !owned.contains(uid(object)))
                        .filter(object -> !object.metadata().isBeingDeleted())
                        .filter(object -> !(object instanceof VolumeAttachment))
                        .filter(object -> !isDeletedWith(lostClaims, object))
                        .filter(object -> !isMadeAnew(after, object)))
                .isEmpty();
    }

    /** By an update of its set, which has waited for the room that is there now. */
    private static boolean isMadeAnew(Cluster after, KubernetesObject object) {
        return object instanceof Pod pod
                && after.get(pod.ref())
                        .filter(now -> now.metadata()
                                .controller()
                                .equals(pod.metadata().controller()))
                        .isPresent();
    }

    private static boolean isDeletedWith(Set<String> claims, KubernetesObject object) {
        return object instanceof PersistentVolume volume
                && volume.hasReclaimPolicy(ReclaimPolicy.DELETE)
                && volume.spec()
                        .claimRef()
                        .filter(claim -> claims.contains(claim.uid()))
                        .isPresent();
    }

    /** Who keeps an object that is being deleted, by the rules that are documented. */
    private static Optional<String> holder(Cluster cluster, KubernetesObject object) {
        if (object.metadata().finalizers().stream().anyMatch(finalizer -> finalizer.startsWith("example.com/"))) {
            return Optional.of("somebody's own finalizer");
        }
        if (object instanceof Pod pod) {
            return cluster.node(pod.spec().nodeName())
                    .filter(node -> !node.answers())
                    .map(node -> "the kubelet of " + node.metadata().name() + " does not answer")
                    .or(() -> ownDependent(cluster, pod.metadata()));
        }
        if (object instanceof PersistentVolumeClaim claim) {
            return cluster.list(Pod.KIND)
                    .filter(pod -> pod.claims().stream().anyMatch(claim.ref()::equals))
                    .findFirst()
                    .map(pod -> "pod " + pod.metadata().name() + " uses it");
        }
        if (object instanceof PersistentVolume volume) {
            return volume.claim()
                    .flatMap(cluster::get)
                    .map(claim -> "it is bound to " + claim.ref())
                    .or(() -> attachment(cluster, volume))
                    .or(() -> provisioner(volume));
        }
        if (object instanceof VolumeAttributesClass attributes) {
            return user(cluster, attributes.metadata().name());
        }
        if (object instanceof Namespace namespace) {
            return cluster.allIn(namespace.metadata().name()).findFirst().map(content -> "it has " + content.ref());
        }
        return ownDependent(cluster, object.metadata());
    }

    private static Optional<String> ownDependent(Cluster cluster, ObjectMeta owner) {
        return owner.hasFinalizer(Deletion.FOREGROUND_FINALIZER) ? dependent(cluster, owner) : Optional.empty();
    }

    /** A claim or a volume that names this class of attributes, or has it. */
    private static Optional<String> user(Cluster cluster, String attributes) {
        Stream<? extends KubernetesObject> claims = cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> claim.spec().volumeAttributesClassName().equals(Optional.of(attributes))
                        || claim.status().currentVolumeAttributesClassName().equals(Optional.of(attributes)));
        Stream<? extends KubernetesObject> volumes = cluster.list(PersistentVolume.KIND)
                .filter(volume -> volume.spec().volumeAttributesClassName().equals(Optional.of(attributes)));
        return Stream.concat(claims, volumes).findFirst().map(user -> "it is named by " + user.ref());
    }

    /** Of a volume that was never released external-provisioner deletes nothing, and keeps its finalizer. */
    private static Optional<String> provisioner(PersistentVolume volume) {
        return volume.metadata().hasFinalizer("external-provisioner.volume.kubernetes.io/finalizer")
                        && !volume.isIn(VolumePhase.RELEASED)
                ? volume.provisionedBy().map(driver -> driver + " waits until it is released")
                : Optional.empty();
    }

    private static Optional<String> attachment(Cluster cluster, PersistentVolume volume) {
        return cluster.list(VolumeAttachment.KIND)
                .filter(attachment -> attachment.volume().equals(Optional.of(volume.ref())))
                .findFirst()
                .map(attachment -> "it is attached to " + attachment.spec().nodeName());
    }

    private static Optional<String> dependent(Cluster cluster, ObjectMeta owner) {
        return cluster.all()
                .filter(object -> object.metadata().ownerReferences().stream()
                        .filter(reference -> reference.isTo(owner))
                        .anyMatch(reference -> reference.blockOwnerDeletion().orElse(false)))
                .findFirst()
                .map(object -> "it waits for " + object.ref());
    }
}
