package io.mooring.binding.control.attach;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.Attaching;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Attaches and detaches the volumes of its driver as attachments say. Models {@code csi_handler} of external-attacher. */
final class ExternalAttacher implements PlaneController<Ref<VolumeAttachment>> {
    /** Where upstream's back-off begins. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private final Attacher attacher;

    ExternalAttacher(Attacher attacher) {
        this.attacher = attacher;
    }

    @Override
    public String name() {
        return "external-attacher " + attacher.name();
    }

    @Override
    public List<View<?>> views() {
        return List.of(AttachmentIndexes.BY_VOLUME);
    }

    @Override
    public Watches<Ref<VolumeAttachment>> watches() {
        return Watches.of(VolumeAttachment.KIND, this::wakes);
    }

    /** Of an attachment that came or is being deleted, itself; when the volume leaves a node, the others of it too. */
    private List<Wake<Ref<VolumeAttachment>>> wakes(Change<VolumeAttachment> change, Cluster cluster) {
        VolumeAttachment attachment = change.object();
        Stream<VolumeAttachment> others = change.isRemoval()
                ? attachment.volume().stream().flatMap(volume -> AttachmentIndexes.BY_VOLUME.find(cluster, volume))
                : Stream.empty();
        Stream<VolumeAttachment> itself = isNews(change) ? change.after().stream() : Stream.empty();
        return Stream.concat(itself, others)
                .filter(this::isMine)
                .map(each -> Wake.now(each.ref()))
                .toList();
    }

    private static boolean isNews(Change<VolumeAttachment> change) {
        return !change.isUpdate()
                || change.before().orElseThrow().metadata().isBeingDeleted()
                        != change.object().metadata().isBeingDeleted()
                || change.before().orElseThrow().isAttached() != change.object().isAttached();
    }

    private boolean isMine(VolumeAttachment attachment) {
        return attachment.spec().attacher().equals(attacher.name());
    }

    /** Models {@code SyncNewOrUpdatedVolumeAttachment}. */
    @Override
    public List<Write> reconcile(Cluster cluster, Ref<VolumeAttachment> item) {
        return cluster.get(item)
                .filter(this::isMine)
                .map(attachment -> attachment.metadata().isBeingDeleted()
                        ? detach(cluster, attachment)
                        : attach(cluster, attachment))
                .orElse(List.of());
    }

    /** Models {@code syncAttach}. A volume that a pod describes itself is left alone. */
    private List<Write> attach(Cluster cluster, VolumeAttachment attachment) {
        Optional<Ref<PersistentVolume>> ref = attachment.volume();
        if (attachment.isAttached() || ref.isEmpty() || isHeldElsewhere(cluster, attachment, ref.get())) {
            return List.of();
        }
        Optional<PersistentVolume> volume = cluster.get(ref.get());
        if (volume.isEmpty()) {
            return notAttached(attachment, "persistentvolume \"" + ref.get().name() + "\" not found", cluster.now());
        }
        if (volume.get().metadata().isBeingDeleted()) {
            return notAttached(
                    attachment, "PersistentVolume \"" + ref.get().name() + "\" is marked for deletion", cluster.now());
        }
        List<Write> writes = new ArrayList<>();
        VolumeAttachment held = held(volume.get(), attachment, writes);
        writes.addAll(attacher.attach(volume.get(), held.node()).accept(new AttachCases(held, cluster.now())));
        return writes;
    }

    /** Only while nobody else has it is a driver asked for a volume that one node alone can have. */
    private static boolean isHeldElsewhere(Cluster cluster, VolumeAttachment attachment, Ref<PersistentVolume> volume) {
        return cluster.get(volume).filter(found -> !found.allowsSeveralNodes()).isPresent()
                && AttachmentIndexes.BY_VOLUME
                        .find(cluster, volume)
                        .anyMatch(other -> other.isAttached() && !other.ref().equals(attachment.ref()));
    }

    /** Models {@code addPVFinalizer} and {@code prepareVAFinalizer}. */
    private VolumeAttachment held(PersistentVolume volume, VolumeAttachment attachment, List<Write> writes) {
        String finalizer = AttachedVolumes.finalizer(attacher);
        if (attacher.holdsVolumes() && !volume.metadata().hasFinalizer(finalizer)) {
            writes.add(new Write.Update(volume.withMetadata(volume.metadata().withFinalizer(finalizer))));
        }
        if (attachment.metadata().hasFinalizer(finalizer)) {
            return attachment;
        }
        VolumeAttachment held = attachment.withMetadata(attachment.metadata().withFinalizer(finalizer));
        writes.add(new Write.Update(held));
        return held;
    }

    /** Models {@code syncDetach}: without its finalizer the attachment is none of the attacher's any more. */
    private List<Write> detach(Cluster cluster, VolumeAttachment attachment) {
        String finalizer = AttachedVolumes.finalizer(attacher);
        if (!attachment.metadata().hasFinalizer(finalizer)) {
            return List.of();
        }
        VolumeAttachment released =
                attachment.withMetadata(attachment.metadata().withoutFinalizer(finalizer));
        return attachment
                .volume()
                .flatMap(cluster::get)
                .map(volume -> attacher.detach(volume, attachment.node())
                        .accept(new DetachCases(attachment, released, cluster.now())))
                .orElseGet(() -> List.of(new Write.Update(released)));
    }

    private static List<Write> notAttached(VolumeAttachment attachment, String message, Instant now) {
        return List.of(
                new Write.UpdateStatus(attachment.withStatus(attachment.status().withAttachError(error(message, now)))),
                new Write.LookAgain(RETRY));
    }

    private static VolumeError error(String message, Instant now) {
        return VolumeError.builder().time(now).message(message).build();
    }

    /** What is written when the driver was asked to attach. */
    private record AttachCases(VolumeAttachment attachment, Instant now) implements Attaching.Cases<List<Write>> {
        @Override
        public List<Write> done(Attaching.Done answer) {
            return List.of(new Write.UpdateStatus(attachment.withStatus(attachment
                    .status()
                    .withAttached(true)
                    .withAttachmentMetadata(answer.metadata())
                    .withAttachError(Optional.empty()))));
        }

        @Override
        public List<Write> failed(Attaching.Failed answer) {
            return notAttached(attachment, answer.message(), now);
        }

        @Override
        public List<Write> unanswered(Attaching.Unanswered answer) {
            return List.of();
        }
    }

    /** What is written when the driver was asked to detach. */
    private record DetachCases(VolumeAttachment attachment, VolumeAttachment released, Instant now)
            implements Attaching.Cases<List<Write>> {
        @Override
        public List<Write> done(Attaching.Done answer) {
            return List.of(new Write.Update(released));
        }

        @Override
        public List<Write> failed(Attaching.Failed answer) {
            return List.of(
                    new Write.UpdateStatus(
                            attachment.withStatus(attachment.status().withDetachError(error(answer.message(), now)))),
                    new Write.LookAgain(RETRY));
        }

        @Override
        public List<Write> unanswered(Attaching.Unanswered answer) {
            return List.of();
        }
    }
}
