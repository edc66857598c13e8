package io.mooring.binding.control.attach;

import io.mooring.binding.control.volume.AttachableVolume;
import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.AttachedVolume;
import io.mooring.node.Node;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeAttachmentSource;
import io.mooring.storage.VolumeAttachmentSpec;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the attach-detach controller writes because of what it found, finding by finding. */
final class AttachmentWrites implements AttachmentFinding.Cases<AttachmentWrites> {
    private final Cluster cluster;
    private final List<Write> writes = new ArrayList<>();
    private final Set<Ref<VolumeAttachment>> keptInMind = new HashSet<>();

    /** @param cluster of which the findings are */
    AttachmentWrites(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Everything, and what was noted of other attachments is forgotten. */
    List<Write> andForget(Iterable<Ref<VolumeAttachment>> noted) {
        for (Ref<VolumeAttachment> each : noted) {
            if (!keptInMind.contains(each)) {
                writes.add(new Write.Forget(each));
            }
        }
        return List.copyOf(writes);
    }

    /** That the node lists it tells that it was said before. */
    @Override
    public AttachmentWrites attached(AttachmentFinding.Attached finding) {
        Optional<AttachableVolume> volume = attachable(finding);
        Optional<Node> node = cluster.get(finding.node());
        if (volume.isPresent() && node.isPresent() && !volume.get().isAttachedTo(node.get())) {
            emit(finding.pods(), AttachEventTexts.attached(finding));
            List<AttachedVolume> attached = new ArrayList<>(node.get().status().volumesAttached());
            attached.add(
                    AttachedVolume.builder().name(volume.get().nameOnNodes()).build());
            writes.add(new Write.UpdateStatus(
                    node.get().withStatus(node.get().status().withVolumesAttached(attached))));
        }
        return this;
    }

    @Override
    public AttachmentWrites wanted(AttachmentFinding.Wanted finding) {
        VolumeAttachmentSpec spec = VolumeAttachmentSpec.builder()
                .attacher(attachable(finding).orElseThrow().driver())
                .source(VolumeAttachmentSource.builder()
                        .persistentVolumeName(finding.volume().name())
                        .build())
                .nodeName(finding.node().name())
                .build();
        writes.add(new Write.Create(VolumeAttachment.builder()
                .metadata(ObjectMeta.builder().name(finding.about().name()).build())
                .spec(spec)
                .build()));
        return this;
    }

    @Override
    public AttachmentWrites unanswered(AttachmentFinding.Unanswered finding) {
        return lookAgainAt(finding.until());
    }

    @Override
    public AttachmentWrites refused(AttachmentFinding.Refused finding) {
        return emit(finding.pods(), AttachEventTexts.refused(finding));
    }

    @Override
    public AttachmentWrites timedOut(AttachmentFinding.TimedOut finding) {
        return emit(finding.pods(), AttachEventTexts.timedOut(finding)).lookAgainAt(finding.until());
    }

    /** It is said once, for as long as pods wait there, to those that wait by then. */
    @Override
    public AttachmentWrites attachedElsewhere(AttachmentFinding.AttachedElsewhere finding) {
        boolean isSaid = cluster.finding(finding.about())
                .filter(AttachmentFinding.AttachedElsewhere.class::isInstance)
                .isPresent();
        keptInMind.add(finding.about());
        if (!isSaid) {
            finding.pods().forEach(pod -> emit(List.of(pod), AttachEventTexts.attachedElsewhere(finding, pod)));
            writes.add(new Write.Note(finding));
        }
        return this;
    }

    /** What was said while another node had it stays said. */
    @Override
    public AttachmentWrites awaitingOther(AttachmentFinding.AwaitingOther finding) {
        keptInMind.add(finding.about());
        return this;
    }

    @Override
    public AttachmentWrites awaitingUnmount(AttachmentFinding.AwaitingUnmount finding) {
        keptInMind.add(finding.about());
        if (!cluster.finding(finding.about()).equals(Optional.of(finding))) {
            writes.add(new Write.Note(finding));
        }
        Instant until = finding.since().plus(AttachmentFindings.MAX_WAIT_FOR_UNMOUNT);
        return until.isAfter(cluster.now()) ? lookAgainAt(until) : this;
    }

    /** The node no longer lists it, then it is detached. */
    @Override
    public AttachmentWrites unused(AttachmentFinding.Unused finding) {
        noLongerListed(finding);
        writes.add(Write.delete(finding.about()));
        return this;
    }

    @Override
    public AttachmentWrites detaching(AttachmentFinding.Detaching finding) {
        noLongerListed(finding);
        return this;
    }

    private void noLongerListed(AttachmentFinding finding) {
        Optional<AttachableVolume> volume = attachable(finding);
        Optional<Node> node = cluster.get(finding.node());
        if (volume.isPresent() && node.isPresent() && volume.get().isAttachedTo(node.get())) {
            List<AttachedVolume> rest = node.get().status().volumesAttached().stream()
                    .filter(attached -> !attached.name().equals(volume.get().nameOnNodes()))
                    .toList();
            writes.add(new Write.UpdateStatus(
                    node.get().withStatus(node.get().status().withVolumesAttached(rest))));
        }
    }

    private Optional<AttachableVolume> attachable(AttachmentFinding finding) {
        return cluster.get(finding.volume()).flatMap(volume -> AttachableVolume.of(cluster, volume));
    }

    private AttachmentWrites emit(List<Ref<Pod>> pods, EventText text) {
        pods.stream().flatMap(pod -> cluster.get(pod).stream()).map(text::about).forEach(writes::add);
        return this;
    }

    private AttachmentWrites lookAgainAt(Instant time) {
        writes.add(new Write.LookAgain(Duration.between(cluster.now(), time)));
        return this;
    }
}
