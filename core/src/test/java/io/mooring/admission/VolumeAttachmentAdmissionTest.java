package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeAttachmentSource;
import io.mooring.storage.VolumeAttachmentSpec;
import io.mooring.storage.VolumeAttachmentStatus;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VolumeAttachmentAdmissionTest {

    @Test
    void nobodySaysForItselfThatItIsAttached() {
        VolumeAttachment attached = attachment()
                .withStatus(VolumeAttachmentStatus.builder().attached(true).build());
        assertThat(((VolumeAttachment) ((Verdict.Admitted) Admission.create(attached, AdmissionWorld.EMPTY)).object())
                        .isAttached())
                .isFalse();
    }

    @Test
    void itSaysWhoAttachesWhatWhere() {
        VolumeAttachment empty = VolumeAttachment.builder()
                .metadata(ObjectMeta.builder().name("a").build())
                .build();
        assertThat(refusal(empty))
                .contains(
                        "spec.attacher: Required value",
                        "spec.source: Required value: must specify exactly one of inlineVolumeSpec and persistentVolumeName",
                        "spec.nodeName: Invalid value: \"\"");
    }

    @Test
    void itAttachesOneThing() {
        VolumeAttachment both = attachment();
        assertThat(refusal(both.withSpec(both.spec()
                        .withSource(both.spec().source().withInlineVolumeSpec(Optional.of(JsonObject.EMPTY))))))
                .contains(
                        "spec.source: Forbidden: must specify exactly one of inlineVolumeSpec and persistentVolumeName");
        assertThat(refusal(both.withSpec(both.spec()
                        .withSource(VolumeAttachmentSource.builder()
                                .persistentVolumeName("")
                                .build()))))
                .contains("spec.source.persistentVolumeName: Required value");
    }

    @Test
    void whatIsAttachedWhereStaysAsItIs() {
        VolumeAttachment stored = attachment();
        VolumeAttachment moved = stored.withSpec(stored.spec().withNodeName("node-2"));
        assertThat(Admission.update(stored, moved, AdmissionWorld.EMPTY))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.message())
                                .isEqualTo(
                                        "VolumeAttachment.storage.k8s.io \"a\" is invalid: spec: Invalid value: null: field is "
                                                + "immutable"));
    }

    private static VolumeAttachment attachment() {
        return VolumeAttachment.builder()
                .metadata(ObjectMeta.builder().name("a").build())
                .spec(VolumeAttachmentSpec.builder()
                        .attacher("csi.example.com")
                        .nodeName("node-1")
                        .source(VolumeAttachmentSource.builder()
                                .persistentVolumeName("v")
                                .build())
                        .build())
                .build();
    }

    private static String refusal(VolumeAttachment attachment) {
        return ((Verdict.Refused) Admission.create(attachment, AdmissionWorld.EMPTY)).message();
    }
}
