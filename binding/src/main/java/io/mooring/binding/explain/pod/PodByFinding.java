package io.mooring.binding.explain.pod;

import io.mooring.binding.control.scheduler.NodeCheck;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.claim.ClaimExplainer;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.BeingDeleted;
import io.mooring.binding.finding.PodFinding.BindingFailed;
import io.mooring.binding.finding.PodFinding.BindingVolumes;
import io.mooring.binding.finding.PodFinding.Ended;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodFinding.Gated;
import io.mooring.binding.finding.PodFinding.NoNodes;
import io.mooring.binding.finding.PodFinding.NotKnown;
import io.mooring.binding.finding.PodFinding.OtherScheduler;
import io.mooring.binding.finding.PodFinding.Placed;
import io.mooring.binding.finding.PodFinding.RejectedByPreFilter;
import io.mooring.binding.finding.PodFinding.Schedulable;
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A pod by what the scheduler finds of it. */
record PodByFinding(Evidence evidence, Pod pod) implements PodFinding.Cases<Explanation> {
    private static final FieldPath NODE_NAME = FieldPath.of("spec", "nodeName");

    private Cluster cluster() {
        return evidence.cluster();
    }

    private Explanation of(Outlook outlook, String headline, Fact... facts) {
        return Explanation.of(pod.ref(), outlook, headline).withFacts(List.of(facts));
    }

    private Fact fact(FactCode code, FieldPath field, String text) {
        return Fact.of(code, pod.ref(), field, text);
    }

    @Override
    public Explanation placed(Placed finding) {
        return new PlacedPod(evidence, pod, finding.node()).explanation();
    }

    @Override
    public Explanation schedulable(Schedulable finding) {
        String node = finding.node().name();
        return of(
                        Outlook.WAITS,
                        "has no node yet: it fits on " + node + ".",
                        fact(
                                FactCode.POD_PLACEMENT,
                                NODE_NAME,
                                "fits on " + node + ", and was not looked at since it does"))
                .withQuotes(PodQuotes.ofScheduling(evidence, pod));
    }

    @Override
    public Explanation bindingVolumes(BindingVolumes finding) {
        String node = finding.node().name();
        List<Fact> facts = new ArrayList<>();
        finding.bindings()
                .forEach(binding -> facts.add(Fact.of(
                                FactCode.CLAIM_VOLUME,
                                binding.claim(),
                                FieldPath.of("spec", "volumeName"),
                                "is to be bound to volume " + binding.volume().name())
                        .needing(binding.volume().name())));
        List<Explanation> made = claims(finding.provisions());
        made.forEach(claim -> facts.add(ClaimFacts.headline(FactCode.CLAIM_WAITS, claim)));
        return Explanation.of(
                        pod.ref(),
                        made.stream().anyMatch(claim -> isStuck(claim.outlook())) ? Outlook.BLOCKED : Outlook.WAITS,
                        "has no node yet: it goes to " + node + " once its volumes are bound.")
                .withFacts(facts)
                .withQuotes(PodQuotes.ofScheduling(evidence, pod));
    }

    private static boolean isStuck(Outlook outlook) {
        return outlook == Outlook.BLOCKED || outlook == Outlook.IMPOSSIBLE;
    }

    private List<Explanation> claims(List<Ref<PersistentVolumeClaim>> refs) {
        return refs.stream()
                .flatMap(claim -> cluster().get(claim).stream())
                .map(claim -> ClaimExplainer.explain(evidence, claim))
                .toList();
    }

    @Override
    public Explanation gated(Gated finding) {
        return of(
                Outlook.WAITS,
                "has no node: no scheduler looks at it while it has scheduling gates.",
                fact(
                                FactCode.POD_GATED,
                                FieldPath.of("spec", "schedulingGates"),
                                "has the scheduling gates " + String.join(", ", finding.gates())
                                        + "; whoever put them there takes them off")
                        .having(String.join(", ", finding.gates())));
    }

    @Override
    public Explanation otherScheduler(OtherScheduler finding) {
        return of(
                Outlook.WAITS,
                "has no node: it is left to scheduler \"" + finding.scheduler() + "\".",
                fact(
                                FactCode.POD_SCHEDULER,
                                FieldPath.of("spec", "schedulerName"),
                                "names scheduler \"" + finding.scheduler()
                                        + "\"; what that one does is not Mooring's to say")
                        .having(finding.scheduler()));
    }

    @Override
    public Explanation beingDeleted(BeingDeleted finding) {
        return of(
                Outlook.WAITS,
                "has no node, and gets none: it is being deleted.",
                fact(FactCode.OBJECT_DELETION, FieldPath.of("metadata", "deletionTimestamp"), "is being deleted"));
    }

    @Override
    public Explanation ended(Ended finding) {
        return of(Outlook.FINE, "has ended without a node: " + finding.phase() + ".");
    }

    @Override
    public Explanation bindingFailed(BindingFailed finding) {
        return of(
                        Outlook.WAITS,
                        "has no node: no volume could be made on "
                                + finding.node().name() + ", and it is tried again.",
                        Fact.of(
                                FactCode.CLAIM_SELECTED_NODE,
                                finding.claim(),
                                FieldPath.ROOT,
                                "could not get a volume on node "
                                        + finding.node().name()))
                .withQuotes(PodQuotes.ofScheduling(evidence, pod));
    }

    @Override
    public Explanation notKnown(NotKnown finding) {
        return of(
                Outlook.NOT_KNOWN,
                "has no node; where it can run is not known: " + KindText.notInTheDump(finding.kinds()) + ".",
                fact(FactCode.KIND_UNKNOWN, FieldPath.ROOT, KindText.dependence(finding.kinds())));
    }

    @Override
    public Explanation noNodes(NoNodes finding) {
        return of(
                        Outlook.BLOCKED,
                        "has no node: the cluster has none.",
                        fact(FactCode.POD_PLACEMENT, NODE_NAME, "needs a node, and there is none"))
                .withQuotes(PodQuotes.ofScheduling(evidence, pod));
    }

    /** The first is the reason; what else would stand in the way is told beside it. */
    @Override
    public Explanation rejectedByPreFilter(RejectedByPreFilter finding) {
        List<Fact> others = PodFindings.rejections(cluster(), pod).stream()
                .filter(each -> !each.equals(finding.rejection()))
                .flatMap(each -> each.accept(new RejectionFacts(evidence, pod)).facts().stream())
                .toList();
        Explanation reason = explained(finding.rejection());
        return reason.withContext(others.stream()
                        .filter(fact -> reason.facts().stream()
                                .noneMatch(each -> each.object().equals(fact.object())))
                        .toList())
                .withQuotes(PodQuotes.ofScheduling(evidence, pod));
    }

    private Explanation explained(PodRejection rejection) {
        return rejection.accept(new RejectionFacts(evidence, pod));
    }

    @Override
    public Explanation fitsNowhere(FitsNowhere finding) {
        List<NodeCheck> checks = PodFindings.nodeChecks(cluster(), pod);
        Constraints constraints = Constraints.of(checks);
        Conflict conflict = Conflict.of(cluster(), pod, constraints);
        NodeCandidates candidates = NodeCandidates.of(constraints);
        Explanation explanation = Explanation.of(pod.ref(), outlook(finding, checks), headline(constraints.nodes()))
                .withFacts(conflict.facts())
                .withCandidates(candidates.nearest(), candidates.others())
                .withContext(Stream.concat(preemption(finding), awaited()).toList())
                .withQuotes(PodQuotes.ofScheduling(evidence, pod));
        return conflict.conclusion().map(explanation::withConclusion).orElse(explanation);
    }

    private static String headline(List<Ref<Node>> nodes) {
        return nodes.size() == 1
                ? "does not fit on " + nodes.get(0).name() + ", the only node."
                : "fits on none of the " + nodes.size() + " nodes.";
    }

    /** Evicting others needs nobody's doing, and pods that are on their way out go by themselves. */
    private Outlook outlook(FitsNowhere finding, List<NodeCheck> checks) {
        boolean willBeFree = checks.stream()
                .anyMatch(check -> check.rejections().stream().allMatch(each -> isAboutLeavingPods(Holders.of(each))));
        return finding.preemption().isPresent() || willBeFree ? Outlook.WAITS : Outlook.BLOCKED;
    }

    private boolean isAboutLeavingPods(List<Ref<Pod>> holders) {
        return !holders.isEmpty()
                && holders.stream()
                        .allMatch(holder -> cluster()
                                .get(holder)
                                .filter(found -> found.metadata().isBeingDeleted() && isStoppable(found))
                                .isPresent());
    }

    private boolean isStoppable(Pod leaving) {
        return leaving.metadata().finalizers().isEmpty()
                && cluster().node(leaving.spec().nodeName()).map(Node::answers).orElse(true);
    }

    private Stream<Fact> preemption(FitsNowhere finding) {
        return finding.preemption().stream()
                .map(preemption -> fact(
                        FactCode.POD_PREEMPTION,
                        FieldPath.of("spec", "priority"),
                        "is more important than " + Names.of(preemption.victims(), 3)
                                + ", which Kubernetes would evict from "
                                + preemption.node().name() + " for it; here nobody is evicted"));
    }

    private Stream<Fact> awaited() {
        List<Ref<Pod>> awaited = PodFindings.awaitedNeighbours(cluster(), pod);
        return awaited.isEmpty()
                ? Stream.empty()
                : Stream.of(fact(
                        FactCode.POD_AWAITS,
                        FieldPath.of("spec", "affinity", "podAffinity"),
                        "would be near to " + Names.of(awaited, 3)
                                + (awaited.size() == 1 ? ", which has" : ", which have") + " no node either"));
    }
}
