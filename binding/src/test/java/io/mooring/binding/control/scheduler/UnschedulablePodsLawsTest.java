package io.mooring.binding.control.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.Finding;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.RejectedByPreFilter;
import io.mooring.binding.finding.PodRejection.ClaimNotFound;
import io.mooring.binding.finding.PodRejection.UnboundImmediateClaims;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class UnschedulablePodsLawsTest {
    private static final Cluster NOTHING = Cluster.empty(Controllers.NONE);
    private static final PersistentVolumeClaim CLAIM = PersistentVolumeClaim.builder()
            .metadata(ObjectMeta.builder().namespace("default").name("c").build())
            .build();

    /** A pod as it is from now on, none if it goes; or what is found about it from now on, nothing if that is dropped. */
    record Step(Ref<Pod> about, boolean isFinding, Optional<Pod> pod, Optional<Finding> finding) {}

    @Property
    void whatIsKeptIsWhatIsCounted(@ForAll("steps") List<Step> steps) {
        UnschedulablePods kept = UnschedulablePods.VIEW.start();
        Map<Ref<?>, Pod> pods = new HashMap<>();
        Map<Ref<?>, Finding> findings = new HashMap<>();
        for (Step step : steps) {
            kept = step.isFinding()
                    ? UnschedulablePods.VIEW.after(kept, put(findings, step.about(), step.finding()), step.finding())
                    : after(kept, put(pods, step.about(), step.pod()), step.pod());
        }

        List<Ref<Pod>> unschedulable = pods.values().stream()
                .filter(pod -> !pod.isPlaced() && SchedulingFailure.isUnschedulable(pod))
                .map(Pod::ref)
                .toList();
        List<Ref<Pod>> waiting = unschedulable.stream()
                .filter(pod -> !(findings.get(pod) instanceof RejectedByPreFilter rejected
                        && rejected.rejection() instanceof UnboundImmediateClaims))
                .toList();
        assertThat(kept.all()).containsExactlyInAnyOrderElementsOf(unschedulable);
        assertThat(kept.waitingForAnything()).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(kept.rejections().keySet()).hasSameElementsAs(unschedulable(findings));
        Statistics.label("unschedulable pods").collect(!unschedulable.isEmpty());
        Statistics.label("unschedulable pods")
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 30));
        Statistics.label("only their claims help").collect(waiting.size() < unschedulable.size());
        Statistics.label("only their claims help")
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 5));
    }

    private static UnschedulablePods after(UnschedulablePods kept, Optional<Pod> before, Optional<Pod> after) {
        Optional<KubernetesObject> was = before.map(KubernetesObject.class::cast);
        Optional<KubernetesObject> is = after.map(KubernetesObject.class::cast);
        return was.isEmpty() && is.isEmpty() ? kept : UnschedulablePods.VIEW.after(kept, Change.of(was, is), NOTHING);
    }

    private static <V> Optional<V> put(Map<Ref<?>, V> map, Ref<Pod> key, Optional<V> value) {
        return Optional.ofNullable(value.isPresent() ? map.put(key, value.get()) : map.remove(key));
    }

    private static List<Ref<Pod>> unschedulable(Map<Ref<?>, Finding> findings) {
        return findings.values().stream()
                .filter(PodFinding.Unschedulable.class::isInstance)
                .map(finding -> ((PodFinding.Unschedulable) finding).about())
                .toList();
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        Arbitrary<Ref<Pod>> pods = Arbitraries.of("a", "b", "c").map(name -> Pod.ref("default", name));
        Arbitrary<Step> changes = pods.flatMap(
                about -> pod(about).optional(0.8).map(pod -> new Step(about, false, pod, Optional.empty())));
        Arbitrary<Step> findings = pods.flatMap(
                about -> finding(about).optional(0.8).map(finding -> new Step(about, true, Optional.empty(), finding)));
        return Arbitraries.oneOf(changes, findings).list().ofMaxSize(30);
    }

    private static Arbitrary<Pod> pod(Ref<Pod> ref) {
        return Combinators.combine(Arbitraries.of("", "", "node"), Arbitraries.of("False", "False", "True"))
                .as((node, status) -> Pod.builder()
                        .metadata(ObjectMeta.builder()
                                .namespace(ref.namespace())
                                .name(ref.name())
                                .build())
                        .spec(PodSpec.builder().nodeName(node).build())
                        .status(PodStatus.builder()
                                .addConditions(PodCondition.builder()
                                        .type("PodScheduled")
                                        .status(status)
                                        .build())
                                .build())
                        .build());
    }

    private static Arbitrary<Finding> finding(Ref<Pod> pod) {
        return Arbitraries.of(
                new PodFinding.NoNodes(pod),
                new PodFinding.Gated(pod, List.of("gate")),
                new RejectedByPreFilter(pod, 1, new ClaimNotFound(CLAIM.ref())),
                new RejectedByPreFilter(pod, 1, new UnboundImmediateClaims(List.of(CLAIM.ref()))));
    }
}
