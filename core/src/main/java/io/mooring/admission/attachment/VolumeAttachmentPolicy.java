package io.mooring.admission.attachment;

import static io.mooring.schema.Checks.name;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.source.CsiDriverName;
import io.mooring.meta.ObjectKind;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Type;
import io.mooring.schema.Types;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeAttachmentSource;
import io.mooring.storage.VolumeAttachmentSpec;
import io.mooring.storage.VolumeAttachmentStatus;
import io.mooring.storage.VolumeError;

/** VolumeAttachments: {@code ValidateVolumeAttachment}, its update, and the registry's strategy. */
public final class VolumeAttachmentPolicy implements KindPolicy<VolumeAttachment> {
    public static final VolumeAttachmentPolicy POLICY = new VolumeAttachmentPolicy();

    private static final Schema<VolumeAttachmentSource> SOURCE = Schema.of(
                    VolumeAttachmentSource::builder, VolumeAttachmentSource.Builder::build)
            .optional(
                    "persistentVolumeName",
                    Types.STRING,
                    VolumeAttachmentSource::persistentVolumeName,
                    VolumeAttachmentSource.Builder::persistentVolumeName)
            .optional(
                    "inlineVolumeSpec",
                    Types.OBJECT,
                    VolumeAttachmentSource::inlineVolumeSpec,
                    VolumeAttachmentSource.Builder::inlineVolumeSpec)
            .rule(VolumeAttachmentPolicy::oneSource)
            .schema();

    private static final Schema<VolumeAttachmentSpec> SPEC = Schema.of(
                    VolumeAttachmentSpec::builder, VolumeAttachmentSpec.Builder::build)
            .always("attacher", Types.STRING, VolumeAttachmentSpec::attacher, VolumeAttachmentSpec.Builder::attacher)
            .check(Checks.notEmpty().declared())
            .check(Checks.unlessEmpty(CsiDriverName::checkDeclared))
            .always("source", SOURCE, VolumeAttachmentSpec::source, VolumeAttachmentSpec.Builder::source)
            .always("nodeName", Types.STRING, VolumeAttachmentSpec::nodeName, VolumeAttachmentSpec.Builder::nodeName)
            .checkAlways(name(NameRule.DNS_1123_SUBDOMAIN))
            .schema();

    private static final Schema<VolumeError> ERROR = Schema.of(VolumeError::builder, VolumeError.Builder::build)
            .absentAsNull("time", Types.TIME, VolumeError::time, VolumeError.Builder::time)
            .field("message", Types.STRING, VolumeError::message, VolumeError.Builder::message)
            .optional("errorCode", Types.INT, VolumeError::errorCode, VolumeError.Builder::errorCode)
            .schema();

    private static final Schema<VolumeAttachmentStatus> STATUS = Schema.of(
                    VolumeAttachmentStatus::builder, VolumeAttachmentStatus.Builder::build)
            .always("attached", Types.BOOL, VolumeAttachmentStatus::attached, VolumeAttachmentStatus.Builder::attached)
            .map(
                    "attachmentMetadata",
                    Types.STRING,
                    VolumeAttachmentStatus::attachmentMetadata,
                    VolumeAttachmentStatus.Builder::attachmentMetadata)
            .optional(
                    "attachError",
                    ERROR,
                    VolumeAttachmentStatus::attachError,
                    VolumeAttachmentStatus.Builder::attachError)
            .optional(
                    "detachError",
                    ERROR,
                    VolumeAttachmentStatus::detachError,
                    VolumeAttachmentStatus.Builder::detachError)
            .schema();

    private static final Schema<VolumeAttachment> ATTACHMENT = Schema.of(
                    VolumeAttachment::builder, VolumeAttachment.Builder::build)
            .constant("apiVersion", VolumeAttachment.KIND.apiVersion())
            .constant("kind", VolumeAttachment.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    VolumeAttachment::metadata,
                    VolumeAttachment.Builder::metadata)
            .always("spec", SPEC, VolumeAttachment::spec, VolumeAttachment.Builder::spec)
            .always("status", STATUS, VolumeAttachment::status, VolumeAttachment.Builder::status)
            .rule((attachment, at) -> volumeName(attachment.spec().source(), at.child("spec", "source")))
            .schema();

    private static final Check<Update<VolumeAttachment>> SPEC_STAYS =
            Updates.declaredImmutable("spec", VolumeAttachment::spec, (spec, at) -> BadValue.STRUCTURE);

    private VolumeAttachmentPolicy() {}

    @Override
    public ObjectKind<VolumeAttachment> kind() {
        return VolumeAttachment.KIND;
    }

    @Override
    public Type<VolumeAttachment> type() {
        return ATTACHMENT;
    }

    @Override
    public VolumeAttachment prepareForCreate(VolumeAttachment created, AdmissionWorld world) {
        return created.withStatus(VolumeAttachmentStatus.builder().build());
    }

    @Override
    public VolumeAttachment prepareForUpdate(Update<VolumeAttachment> update, AdmissionWorld world) {
        return update.updated().withStatus(update.stored().status());
    }

    @Override
    public Check<Update<VolumeAttachment>> updated() {
        return SPEC_STAYS;
    }

    private static void volumeName(VolumeAttachmentSource source, ErrorsAt at) {
        source.persistentVolumeName()
                .ifPresent(volume -> name(NameRule.DNS_1123_SUBDOMAIN).check(volume, at.child("persistentVolumeName")));
    }

    private static void oneSource(VolumeAttachmentSource source, ErrorsAt at) {
        boolean isNamed = source.persistentVolumeName().isPresent();
        if (isNamed && source.inlineVolumeSpec().isPresent()) {
            at.forbidden("must specify exactly one of inlineVolumeSpec and persistentVolumeName");
        } else if (!isNamed && source.inlineVolumeSpec().isEmpty()) {
            at.required("must specify exactly one of inlineVolumeSpec and persistentVolumeName");
        } else if (isNamed && source.persistentVolumeName().orElseThrow().isEmpty()) {
            at.child("persistentVolumeName").required("must specify non empty persistentVolumeName");
        }
    }
}
