package io.mooring.binding.explain.claim;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.ClaimMentions;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.fix.PodMakers;
import io.mooring.binding.explain.pod.PodText;
import io.mooring.binding.finding.ClaimBindingFinding.ConsumersNotScheduled;
import io.mooring.binding.finding.ClaimBindingFinding.NoConsumer;
import io.mooring.binding.finding.PodFinding;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a claim whose volume is chosen when the first pod that uses it is scheduled. */
record AwaitingConsumer(ClaimPhrases phrases) {
    /** More are not listed one by one. */
    private static final int MOST_PODS = 5;

    private PersistentVolumeClaim claim() {
        return phrases.claim();
    }

    Explanation noConsumer(NoConsumer finding) {
        List<Pod> placed = VolumeIndexes.PODS_BY_CLAIM
                .find(phrases.cluster(), claim().ref())
                .filter(pod -> pod.isPlaced() && !pod.isTerminated())
                .toList();
        if (!placed.isEmpty()) {
            return placedByHand(placed);
        }
        Fact unused = Fact.of(FactCode.CLAIM_CONSUMER, claim().ref(), FieldPath.ROOT, "is used by no pod");
        String className = finding.storageClass().name();
        return phrases.contradicted()
                .or(() -> phrases.neverMade(finding.storageClass()))
                .orElseGet(() -> phrases.said(
                                Outlook.WAITS,
                                "waits as intended for a pod that uses it: class \"" + className
                                        + "\" binds when the first one is scheduled.")
                        .withFacts(Stream.concat(Stream.of(unused), mentions().stream())
                                .toList())
                        .withContext(Stream.concat(
                                        together(toCome(finding.storageClass())).stream(),
                                        phrases.makers().nobody(finding.storageClass()).stream())
                                .toList()));
    }

    /** What will stand in the way when a pod comes. */
    private List<Fact> toCome(Ref<StorageClass> storageClass) {
        return phrases.isMade(storageClass)
                ? phrases.makers().nowhere(storageClass).stream().toList()
                : CoreFacts.of(claim(), phrases.surveyed());
    }

    /** Context has no numbers to refer to. */
    private static List<Fact> together(List<Fact> facts) {
        if (facts.size() < 2) {
            return facts;
        }
        Fact first = facts.get(0);
        String all = facts.stream().map(Fact::text).collect(Collectors.joining(" and "));
        return List.of(Fact.of(first.code(), first.object(), first.field(), all + ", and no volume meets all of that"));
    }

    /** The scheduler, which selects the claim's node, is not asked for such pods. */
    private Explanation placedByHand(List<Pod> pods) {
        return phrases.said(
                        Outlook.BLOCKED,
                        ClaimPhrases.UNTIL_CHANGED
                                + "the scheduler has to select a node for it, and every pod that uses it bypassed the scheduler.")
                .withFacts(pods.stream().limit(MOST_PODS).map(this::placement).toList());
    }

    private Fact placement(Pod pod) {
        return Fact.of(
                FactCode.POD_PLACEMENT,
                pod.ref(),
                FieldPath.of("spec", "nodeName"),
                PodText.of(phrases.cluster(), pod));
    }

    private List<Fact> mentions() {
        String name = claim().metadata().name();
        return phrases.cluster()
                .allIn(claim().metadata().namespace())
                .filter(object -> isMaker(object)
                        || PodMakers.wouldUseClaim(object, name)
                        || (object instanceof OtherObject other && ClaimMentions.areIn(other, name)))
                .map(object -> Fact.of(
                        FactCode.CLAIM_MENTIONED,
                        object.ref(),
                        FieldPath.ROOT,
                        "speaks of the claim, and makes no pod here"))
                .toList();
    }

    private boolean isMaker(KubernetesObject object) {
        return PodMakers.usesClaim(object, claim().metadata().name());
    }

    Explanation notScheduled(ConsumersNotScheduled finding) {
        return phrases.contradicted()
                .or(() -> phrases.neverMade(finding.storageClass()))
                .orElseGet(() -> unscheduled(finding));
    }

    private Explanation unscheduled(ConsumersNotScheduled finding) {
        List<Pod> pods = finding.pods().stream()
                .flatMap(pod -> phrases.cluster().get(pod).stream())
                .toList();
        Surveyed surveyed = phrases.surveyed();
        boolean isWithoutNodes = phrases.cluster().isKnown(Node.KIND)
                && phrases.cluster().list(Node.KIND).findAny().isEmpty();
        Outlook outlook = outlook(pods);
        List<Fact> placements =
                pods.stream().limit(MOST_PODS).map(this::placement).toList();
        List<Fact> toCome = toCome(finding.storageClass());
        String headline = outlook == Outlook.BLOCKED
                ? ClaimPhrases.UNTIL_CHANGED + "it gets a volume when a pod that uses it is scheduled, and "
                        + (isWithoutNodes ? "there is no node." : "none is.")
                : "waits for a pod that uses it to be scheduled" + (isWithoutNodes ? ", and there is no node." : ".");
        Explanation all = phrases.said(outlook, headline)
                .withFacts(Stream.concat(placements.stream(), toCome.stream()).toList())
                .withCandidates(
                        surveyed.nearest().candidates(), surveyed.nearest().others());
        Explanation told = all.withContext(
                phrases.makers().nobody(finding.storageClass()).stream().toList());
        return toCome.size() < 2 ? told : told.withConclusion(ClaimPhrases.conflict(placements.size(), toCome.size()));
    }

    /** As that of the pod that fares best. */
    private Outlook outlook(List<Pod> pods) {
        return pods.stream()
                .map(pod -> outlook(PodFindings.of(phrases.cluster(), pod)))
                .min(Outlook::compareTo)
                .orElse(Outlook.WAITS);
    }

    private static Outlook outlook(PodFinding finding) {
        if (finding instanceof PodFinding.NotKnown) {
            return Outlook.NOT_KNOWN;
        }
        return finding instanceof PodFinding.Schedulable || finding instanceof PodFinding.BindingVolumes
                ? Outlook.WAITS
                : Outlook.BLOCKED;
    }
}
