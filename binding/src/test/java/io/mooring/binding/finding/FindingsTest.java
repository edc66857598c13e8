package io.mooring.binding.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.NodeRejection.InsufficientResource;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodFinding.FitsNowhere.PreemptionPolicy;
import io.mooring.binding.finding.PodFinding.FitsNowhere.RejectedNodes;
import io.mooring.binding.finding.PodFinding.NoNodes;
import io.mooring.binding.finding.PodFinding.RejectedByPreFilter;
import io.mooring.binding.finding.ProvisioningFinding.NodesRefused;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
    private static final Ref<Pod> POD = Pod.KIND.ref("default", "web-0");
    private static final Ref<PersistentVolumeClaim> CLAIM = PersistentVolumeClaim.KIND.ref("default", "data");
    private static final Ref<PersistentVolume> VOLUME = PersistentVolume.ref("pv");
    private static final Ref<Node> N1 = Node.KIND.ref("", "n1");
    private static final Ref<Node> N2 = Node.KIND.ref("", "n2");
    private static final Ref<Node> N3 = Node.KIND.ref("", "n3");

    @ParameterizedTest
    @ValueSource(
            classes = {
                AttachmentFinding.class,
                ClaimBindingFinding.class,
                ClaimGap.class,
                ClaimObstacle.class,
                ClaimUseFinding.class,
                DeletionObstacle.class,
                HostPathRefusal.class,
                ModificationFinding.class,
                NodeRejection.class,
                PodFinding.class,
                PodRejection.class,
                ReplicaFinding.class,
                ResizeFinding.class,
                ScaleDownFinding.class,
                SetFinding.class,
                UpdateFinding.class,
                VolumeBindingFinding.class,
                VolumeReclaimFinding.class,
                VolumeUseFinding.class
            })
    void eachIsAnsweredByTheCaseOfItsName(Class<?> sealed) throws ReflectiveOperationException {
        Class<?> cases = Class.forName(sealed.getName() + "$Cases");
        Object namesItself =
                Proxy.newProxyInstance(cases.getClassLoader(), new Class<?>[] {cases}, (self, method, finding) -> {
                    assertThat(finding).hasSize(1);
                    return method.getName() + " " + finding[0];
                });
        Method accept = sealed.getMethod("accept", cases);
        for (Object finding : AnyFinding.ofEach(sealed).toList()) {
            assertThat(answer(accept, finding, namesItself)).isEqualTo(caseName(finding) + " " + finding);
        }
    }

    private static Object answer(Method accept, Object finding, Object cases) throws ReflectiveOperationException {
        try {
            return accept.invoke(finding, cases);
        } catch (InvocationTargetException e) {
            throw new AssertionError(finding.toString(), e.getCause());
        }
    }

    private static String caseName(Object finding) {
        String name = finding.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Upstream: {@code Unschedulable} where preemption may help, else {@code UnschedulableAndUnresolvable}. */
    @Test
    void whoRejectsANodeAndWhetherEvictingPodsMayHelp() {
        assertThat(AnyFinding.ofEach(NodeRejection.class)
                        .map(each -> each.getClass().getSimpleName() + " "
                                + each.plugin().kubernetesName() + (each.preemptionMayHelp() ? " preemption" : "")))
                .containsExactlyInAnyOrder(
                        "Cordoned NodeUnschedulable",
                        "UntoleratedTaint TaintToleration",
                        "NodeSelectorMismatch NodeAffinity",
                        "NodeAffinityMismatch NodeAffinity",
                        "TooManyPods NodeResourcesFit preemption",
                        "InsufficientResource NodeResourcesFit preemption",
                        "HostPortTaken NodePorts preemption",
                        "ClaimInUse VolumeRestrictions preemption",
                        "DriverNotInstalled NodeVolumeLimits preemption",
                        "TooManyVolumes NodeVolumeLimits preemption",
                        "VolumeNodeAffinityConflict VolumeBinding",
                        "NoVolumeToBind VolumeBinding",
                        "OtherNodeSelected VolumeBinding",
                        "TopologyNotAllowed VolumeBinding",
                        "NotEnoughStorage VolumeBinding",
                        "VolumeZoneConflict VolumeZone",
                        "NoSpreadDomain PodTopologySpread",
                        "SpreadTooUneven PodTopologySpread preemption",
                        "NotNearWantedPods InterPodAffinity",
                        "NearUnwantedPods InterPodAffinity preemption",
                        "UnwantedByPods InterPodAffinity preemption");
    }

    @Test
    void evictingPodsHelpsUpToWhatAnEmptyNodeHas() {
        assertThat(lacking("3", "4").preemptionMayHelp()).isTrue();
        assertThat(lacking("4", "4").preemptionMayHelp()).isTrue();
        assertThat(lacking("5", "4").preemptionMayHelp()).isFalse();
    }

    private static InsufficientResource lacking(String requested, String allocatable) {
        return new InsufficientResource("cpu", Quantity.parse(requested), Quantity.ZERO, Quantity.parse(allocatable));
    }

    @Test
    void textsLeaveOutWhatChangesWithEveryPod() {
        assertThat(lacking("3", "4")).hasToString("InsufficientResource[resource=cpu, requested=3, allocatable=4]");
        assertThat(new NodeRejection.TooManyPods(7, 8)).hasToString("TooManyPods[allocatable=8]");
    }

    @Test
    void whoRejectsAPodBeforeItLooksAtNodes() {
        assertThat(AnyFinding.ofEach(PodRejection.class)
                        .map(each -> each.getClass().getSimpleName() + " "
                                + each.plugin().kubernetesName()
                                + (each.dependsOnItsClaimsOnly() ? " its claims" : "")))
                .containsExactlyInAnyOrder(
                        "ContradictoryAffinity NodeAffinity",
                        "ClaimNotFound VolumeRestrictions",
                        "EphemeralClaimNotFound VolumeBinding",
                        "EphemeralClaimOfAnother VolumeBinding",
                        "ClaimLost VolumeBinding",
                        "ClaimBeingDeleted VolumeBinding",
                        "UnboundImmediateClaims VolumeBinding its claims",
                        "VolumeNotFound VolumeZone");
    }

    @Test
    void aPodThatFitsNowhereKnowsWhatWasSaidOfEachNode() {
        List<NodeRejection> cordoned = List.of(new NodeRejection.Cordoned());
        List<NodeRejection> full = List.of(new NodeRejection.TooManyPods(8, 8), new NodeRejection.Cordoned());
        FitsNowhere finding = new FitsNowhere(
                POD,
                List.of(new RejectedNodes(full, List.of(N2)), new RejectedNodes(cordoned, List.of(N3, N1))),
                2,
                PreemptionPolicy.NEVER);

        assertThat(finding.rejected()).extracting(RejectedNodes::nodes).containsExactly(List.of(N1, N3), List.of(N2));
        assertThat(finding.nodes()).isEqualTo(5);
        assertThat(finding.rejectionsOf(N3)).isEqualTo(cordoned);
        assertThat(finding.rejectionsOf(N2)).isEqualTo(full);
        assertThat(finding.rejectionsOf(Node.KIND.ref("", "n4"))).isEmpty();
        assertThat(finding.rejectors())
                .containsExactly(
                        SchedulerPlugin.NODE_UNSCHEDULABLE,
                        SchedulerPlugin.NODE_AFFINITY,
                        SchedulerPlugin.NODE_RESOURCES_FIT);
        assertThat(new FitsNowhere(POD, finding.rejected(), 0, PreemptionPolicy.NEVER).rejectors())
                .doesNotContain(SchedulerPlugin.NODE_AFFINITY);
        assertThat(finding.dependsOnItsClaimsOnly()).isFalse();
    }

    @Test
    void aPodThatNoNodeWasLookedAtForKnowsWhoRejectedIt() {
        RejectedByPreFilter unbound =
                new RejectedByPreFilter(POD, 3, new PodRejection.UnboundImmediateClaims(List.of(CLAIM)));

        assertThat(new NoNodes(POD).rejectors()).isEmpty();
        assertThat(new NoNodes(POD).dependsOnItsClaimsOnly()).isFalse();
        assertThat(unbound.rejectors()).containsExactly(SchedulerPlugin.VOLUME_BINDING);
        assertThat(unbound.dependsOnItsClaimsOnly()).isTrue();
        assertThat(new RejectedByPreFilter(POD, 3, new PodRejection.ClaimNotFound(CLAIM)).dependsOnItsClaimsOnly())
                .isFalse();
    }

    @Test
    void whatAReplicaMeansForThoseAfterIt() {
        assertThat(withEffect(ReplicaFinding.Effect.NONE)).containsExactlyInAnyOrder("Ready", "OutOfShape");
        assertThat(withEffect(ReplicaFinding.Effect.FAILS))
                .containsExactlyInAnyOrder("ClaimsRefused", "PodRefused", "TooMany", "PendingWithoutClaims");
        assertThat(withEffect(ReplicaFinding.Effect.HOLDS_UP_THE_NEXT))
                .containsExactlyInAnyOrder(
                        "Missing",
                        "ClaimsFirst",
                        "StaleClaim",
                        "NameTaken",
                        "Ended",
                        "Terminating",
                        "NotReady",
                        "OutdatedNotReady",
                        "NotAvailable");
    }

    private static Stream<String> withEffect(ReplicaFinding.Effect effect) {
        return AnyFinding.ofEach(ReplicaFinding.class)
                .filter(each -> each.effect() == effect)
                .map(each -> each.getClass().getSimpleName());
    }

    @Test
    void anUpdateIsAtRestOnceNobodyIsToBeReplaced() {
        assertThat(AnyFinding.ofEach(UpdateFinding.class)
                        .filter(UpdateFinding::isAtRest)
                        .map(each -> each.getClass().getSimpleName()))
                .containsExactlyInAnyOrder("UpToDate", "LeftToTheUser", "BelowThePartition");
    }

    @Test
    void whatABinderIsToDoForAClaimStandsInTheFinding() {
        ClaimBindingFinding found =
                new ClaimBindingFinding.VolumeFound(CLAIM, VOLUME, ClaimBindingFinding.FoundBy.values()[0]);
        ClaimBindingFinding bound = new ClaimBindingFinding.BoundTo(CLAIM, VOLUME);

        assertThat(found.volumeToBind()).contains(VOLUME);
        assertThat(bound.volumeToBind()).contains(VOLUME);
        assertThat(bound.isBound()).isTrue();
        assertThat(found.isBound()).isFalse();
        assertThat(AnyFinding.ofEach(ClaimBindingFinding.class)
                        .filter(each -> each.volumeToBind().isPresent())
                        .map(each -> each.getClass().getSimpleName()))
                .containsExactlyInAnyOrder("BoundTo", "VolumeFound");
        assertThat(AnyFinding.ofEach(ClaimBindingFinding.class)
                        .filter(each -> each.provisionerToAsk().isPresent())
                        .map(each -> each.getClass().getSimpleName() + " "
                                + each.provisionerToAsk().orElseThrow()))
                .containsExactlyInAnyOrder("AwaitsProvisioner a", "HostPathRefused a");
        assertThat(AnyFinding.ofEach(ClaimBindingFinding.class)
                        .filter(each -> each.classToAssign().isPresent())
                        .map(each -> each.getClass().getSimpleName()))
                .containsExactly("DefaultClassAppeared");
    }

    @Test
    void aClaimWhoseVolumeIsNotKnownCountsAsBound() {
        assertThat(AnyFinding.ofEach(ClaimGap.class)
                        .filter(gap -> new ClaimBindingFinding.NotKnown(CLAIM, gap).isBound())
                        .map(gap -> gap.getClass().getSimpleName()))
                .containsExactly("ItsVolume");
    }

    @Test
    void whatIsNotKnownOfAClaimIsOfAKind() {
        assertThat(AnyFinding.ofEach(ClaimGap.class)
                        .collect(Collectors.groupingBy(ClaimGap::kind, Collectors.counting())))
                .containsOnlyKeys(PersistentVolume.KIND, StorageClass.KIND, Pod.KIND)
                .containsEntry(PersistentVolume.KIND, 3L)
                .containsEntry(StorageClass.KIND, 2L);
    }

    @Test
    void whomAVolumeIsFor() {
        assertThat(AnyFinding.ofEach(VolumeBindingFinding.class)
                        .filter(each -> each.claimToServe().isPresent())
                        .map(each -> each.getClass().getSimpleName()))
                .containsExactlyInAnyOrder("Chosen", "ClaimNotBound", "ClaimOfOtherMode");
        assertThat(new VolumeBindingFinding.ReservedAhead(VOLUME, CLAIM).holder())
                .isEqualTo(new VolumeHolder(CLAIM, ""));
    }

    @Test
    void aHolderIsAClaimOrWhicheverComesOfItsName() {
        VolumeHolder reservation = new VolumeHolder(CLAIM, "");
        VolumeHolder one = new VolumeHolder(CLAIM, "u1");
        VolumeHolder other = new VolumeHolder(CLAIM, "u2");
        VolumeHolder namedElse = new VolumeHolder(PersistentVolumeClaim.KIND.ref("default", "logs"), "u1");

        assertThat(VolumeHolder.of(ObjectReference.builder()
                        .namespace("default")
                        .name("data")
                        .uid("u1")
                        .build()))
                .isEqualTo(one);
        assertThat(reservation.isReservation()).isTrue();
        assertThat(one.isReservation()).isFalse();
        assertThat(reservation.includes(one)).isTrue();
        assertThat(one.includes(one)).isTrue();
        assertThat(one.includes(other)).isFalse();
        assertThat(one.includes(reservation)).isFalse();
        assertThat(one.includes(namedElse)).isFalse();
        assertThat(one.isNobody()).isFalse();
        assertThat(new VolumeHolder(PersistentVolumeClaim.KIND.ref("", "data"), "").isNobody())
                .isTrue();
        assertThat(new VolumeHolder(PersistentVolumeClaim.KIND.ref("default", ""), "").isNobody())
                .isTrue();
    }

    @Test
    void aNodeThatIsTriedAgainBeginsANewRound() {
        NodesRefused first = new NodesRefused(CLAIM, List.of(N1));
        NodesRefused both = first.and(N2);

        assertThat(both.nodes()).containsExactly(N1, N2);
        assertThat(both.and(N2)).isSameAs(both);
        assertThat(both.and(N1).nodes()).containsExactly(N1);
        assertThat(both.and(N3).nodes()).containsExactly(N1, N2, N3);
    }

    @Test
    void onlyDeletedStorageIsKeptInMindWhenItsVolumeIsGone() {
        assertThat(AnyFinding.ofEach(VolumeReclaimFinding.class)
                        .filter(Finding::outlivesItsObject)
                        .map(each -> each.getClass().getSimpleName()))
                .containsExactly("StorageDeleted");
    }
}
