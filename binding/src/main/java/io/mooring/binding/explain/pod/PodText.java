package io.mooring.binding.explain.pod;

import io.mooring.binding.control.scheduler.PodFindings;
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
import io.mooring.binding.world.Cluster;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.Optional;

/**
 * What keeps a pod without a node, in a few words: Kubernetes' own where the scheduler has said something.
 *
 * @param said what the condition PodScheduled says; empty before the scheduler has looked
 */
public record PodText(Optional<String> said) implements PodFinding.Cases<String> {

    /** More are only counted. */
    private static final int MOST_VICTIMS = 5;

    /** Of this pod. */
    public static String of(Cluster cluster, Pod pod) {
        Optional<String> message =
                pod.condition("PodScheduled").map(PodCondition::message).filter(text -> !text.isEmpty());
        return PodFindings.of(cluster, pod).accept(new PodText(message));
    }

    @Override
    public String placed(Placed finding) {
        return "has node " + finding.node().name() + " already";
    }

    @Override
    public String schedulable(Schedulable finding) {
        return message();
    }

    @Override
    public String bindingVolumes(BindingVolumes finding) {
        return message();
    }

    @Override
    public String gated(Gated finding) {
        String gates = finding.gates().size() == 1 ? "its scheduling gate is" : "its scheduling gates are";
        return "is looked at by no scheduler until " + gates + " taken off: " + String.join(", ", finding.gates());
    }

    @Override
    public String otherScheduler(OtherScheduler finding) {
        return "is left to scheduler \"" + finding.scheduler() + "\", which is not modelled here";
    }

    @Override
    public String beingDeleted(BeingDeleted finding) {
        return "is being deleted, and is not scheduled any more";
    }

    @Override
    public String ended(Ended finding) {
        return "has ended without a node (" + finding.phase() + ")";
    }

    @Override
    public String bindingFailed(BindingFailed finding) {
        return message();
    }

    @Override
    public String notKnown(NotKnown finding) {
        return "cannot be placed here: " + KindText.notInTheDump(finding.kinds());
    }

    @Override
    public String noNodes(NoNodes finding) {
        return message();
    }

    @Override
    public String rejectedByPreFilter(RejectedByPreFilter finding) {
        return message();
    }

    @Override
    public String fitsNowhere(FitsNowhere finding) {
        return message() + finding.preemption().map(PodText::preemption).orElse("");
    }

    private static String preemption(FitsNowhere.Preemption preemption) {
        String victims = Names.of(preemption.victims(), MOST_VICTIMS);
        return " (Kubernetes would evict " + victims + " from "
                + preemption.node().name() + " for it, as less important; here nobody is evicted)";
    }

    private String message() {
        return said.map(words -> "is not scheduled: " + words).orElse("was not looked at by the scheduler yet");
    }
}
