package io.mooring.binding.explain.pod;

import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.claim.ClaimExplainer;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.surroundings.NodeExplainer;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A pod that has its node: it runs there, or waits there for its claims, its volumes, its containers or the node. */
record PlacedPod(Evidence evidence, Pod pod, Ref<Node> node) {

    /** One thing that the pod waits for. */
    private record Wait(String what, Outlook outlook, List<Fact> facts) {}

    Explanation explanation() {
        if (pod.hasEnded()) {
            return of(Outlook.FINE, "has ended: " + pod.status().phase().orElseThrow() + ".");
        }
        List<Wait> waits = Stream.of(absentNode(), silentNode(), claims(), volumes(), containers())
                .flatMap(each -> each)
                .toList();
        if (pod.isReady()
                && waits.stream().noneMatch(each -> each.facts().stream().anyMatch(this::isAboutNode))) {
            return of(Outlook.FINE, "runs on " + node.name() + " and is ready.");
        }
        return waits.isEmpty() ? notReady() : waiting(waits);
    }

    private boolean isAboutNode(Fact fact) {
        return fact.object().equals(node);
    }

    private Explanation of(Outlook outlook, String headline) {
        return Explanation.of(pod.ref(), outlook, headline);
    }

    private Explanation waiting(List<Wait> waits) {
        Outlook worst = waits.stream().map(Wait::outlook).max(Enum::compareTo).orElseThrow();
        return of(
                        worst,
                        "is on " + node.name() + " and waits for "
                                + waits.get(0).what() + ".")
                .withFacts(waits.stream().flatMap(wait -> wait.facts().stream()).toList())
                .withQuotes(PodQuotes.ofVolumes(evidence, pod));
    }

    /** Nothing that Mooring knows keeps it. */
    private Explanation notReady() {
        List<ObjectKind<?>> unknown = unknown();
        if (!unknown.isEmpty()) {
            return of(
                            Outlook.NOT_KNOWN,
                            "is on " + node.name() + " and not ready; what it waits for is not known: "
                                    + KindText.notInTheDump(unknown) + ".")
                    .withFacts(List.of(
                            Fact.of(FactCode.KIND_UNKNOWN, pod.ref(), FieldPath.ROOT, KindText.dependence(unknown))));
        }
        boolean runs = pod.isIn(PodPhase.RUNNING);
        String headline = runs
                ? "runs on " + node.name() + " and is not ready."
                : "is on " + node.name() + " and waits for its kubelet to start it.";
        Fact fact = Fact.of(
                FactCode.POD_READINESS,
                pod.ref(),
                FieldPath.of("status", "conditions"),
                runs
                        ? "runs, and its containers have not said that they are ready"
                        : "has its node and its volumes, and the kubelet has not reported that it runs");
        return of(Outlook.WAITS, headline).withFacts(List.of(fact)).withQuotes(PodQuotes.ofVolumes(evidence, pod));
    }

    private List<ObjectKind<?>> unknown() {
        Cluster cluster = evidence.cluster();
        if (!pod.usesClaims()) {
            return List.of();
        }
        return Stream.<ObjectKind<?>>of(PersistentVolumeClaim.KIND, PersistentVolume.KIND, VolumeAttachment.KIND)
                .filter(kind -> !cluster.isKnown(kind))
                .toList();
    }

    private Stream<Wait> absentNode() {
        Cluster cluster = evidence.cluster();
        boolean isMissing = cluster.isKnown(Node.KIND)
                && cluster.list(Node.KIND).findAny().isPresent()
                && cluster.get(node).isEmpty();
        return isMissing
                ? Stream.of(new Wait(
                        "a node that does not exist",
                        Outlook.BLOCKED,
                        List.of(Fact.of(FactCode.NODE_MISSING, node, FieldPath.ROOT, "does not exist"))))
                : Stream.empty();
    }

    private Stream<Wait> silentNode() {
        return evidence.cluster().get(node).filter(found -> !found.answers()).stream()
                .map(found -> new Wait(
                        "its node, which does not answer", Outlook.BLOCKED, List.of(NodeExplainer.silence(node))));
    }

    /** A kubelet starts nothing before all claims are bound, however the pod came to its node. */
    private Stream<Wait> claims() {
        List<Explanation> unbound = pod.claims().stream()
                .flatMap(claim -> evidence.cluster().get(claim).stream())
                .filter(claim -> !claim.isBound())
                .map(claim -> ClaimExplainer.explain(evidence, claim))
                .toList();
        List<Fact> facts = new ArrayList<>();
        unbound.forEach(claim -> facts.add(ClaimFacts.headline(FactCode.CLAIM_WAITS, claim)));
        List<Ref<PersistentVolumeClaim>> missing = pod.claims().stream()
                .filter(claim -> evidence.cluster().isKnown(PersistentVolumeClaim.KIND))
                .filter(claim -> evidence.cluster().get(claim).isEmpty())
                .toList();
        missing.forEach(claim -> facts.add(
                Fact.of(FactCode.CLAIM_MISSING, claim, FieldPath.ROOT, "does not exist, and the pod names it")));
        if (facts.isEmpty()) {
            return Stream.empty();
        }
        Outlook worst = unbound.stream()
                .map(Explanation::outlook)
                .filter(outlook -> outlook != Outlook.FINE)
                .max(Enum::compareTo)
                .orElse(Outlook.WAITS);
        return Stream.of(new Wait("its claims", missing.isEmpty() ? worst : Outlook.BLOCKED, facts));
    }

    private Stream<Wait> volumes() {
        return AttachmentFindings.of(evidence.cluster(), pod).stream()
                .flatMap(finding -> AttachmentStanding.of(evidence.cluster(), finding).stream())
                .map(standing -> new Wait("its volumes", standing.outlook(), standing.facts()));
    }

    private Stream<Wait> containers() {
        List<Fact> facts = Containers.stuck(pod);
        return facts.isEmpty() ? Stream.empty() : Stream.of(new Wait("its containers", Outlook.BLOCKED, facts));
    }
}
