package io.mooring.binding.control.attach;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.finding.Finding;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.Lister;
import io.mooring.binding.world.View;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePSet;

/** What is looked up when volumes are attached and detached. */
final class AttachmentIndexes {
    /** The attachments of a volume. */
    static final Index<VolumeAttachment, Ref<PersistentVolume>> BY_VOLUME = Index.of(
            VolumeAttachment.KIND,
            VolumeAttachment::spec,
            attachment -> attachment.volume().map(List::of).orElse(List.of()));

    /** The attachments of which something is kept in mind, by their volume. */
    static final View<HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>>> NOTED = new View<>() {
        @Override
        public Kinds watches() {
            return Kinds.of();
        }

        @Override
        public HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> start() {
            return HashTreePMap.empty();
        }

        @Override
        public HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> after(
                HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> noted,
                Change<?> change,
                Lister objects) {
            return noted;
        }

        @Override
        public HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> after(
                HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> noted,
                Optional<Finding> before,
                Optional<Finding> found) {
            return with(without(noted, before), found);
        }
    };

    /** What the attach-detach controller looks up. */
    static final List<View<?>> VIEWS = List.of(BY_VOLUME, VolumeIndexes.ATTACHMENTS_BY_NODE, NOTED);

    private AttachmentIndexes() {}

    private static HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> with(
            HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> noted, Optional<Finding> found) {
        return found.filter(AttachmentFinding.class::isInstance)
                .map(AttachmentFinding.class::cast)
                .map(finding -> noted.plus(
                        finding.volume(),
                        noted.getOrDefault(finding.volume(), TreePSet.empty()).plus(finding.about())))
                .orElse(noted);
    }

    private static HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> without(
            HashPMap<Ref<PersistentVolume>, TreePSet<Ref<VolumeAttachment>>> noted, Optional<Finding> before) {
        return before.filter(AttachmentFinding.class::isInstance)
                .map(AttachmentFinding.class::cast)
                .map(finding -> {
                    TreePSet<Ref<VolumeAttachment>> rest = noted.getOrDefault(finding.volume(), TreePSet.empty())
                            .minus(finding.about());
                    return rest.isEmpty() ? noted.minus(finding.volume()) : noted.plus(finding.volume(), rest);
                })
                .orElse(noted);
    }
}
