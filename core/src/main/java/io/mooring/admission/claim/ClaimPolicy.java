package io.mooring.admission.claim;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.plugin.ClaimLimits;
import io.mooring.admission.plugin.ClaimQuota;
import io.mooring.admission.plugin.ClaimResize;
import io.mooring.admission.plugin.DefaultStorageClass;
import io.mooring.admission.plugin.InUseProtection;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.Plugin;
import io.mooring.meta.ObjectKind;
import io.mooring.names.NameRule;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.Schema;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimStatus;
import java.util.List;
import java.util.Optional;

/** Claims: their schema, the registry's strategy of {@code pkg/registry/core/persistentvolumeclaim}, and the plug-ins. */
public final class ClaimPolicy implements KindPolicy<PersistentVolumeClaim> {
    public static final ClaimPolicy POLICY = new ClaimPolicy();

    private static final Schema<PersistentVolumeClaim> CLAIM = Schema.of(
                    PersistentVolumeClaim::builder, PersistentVolumeClaim.Builder::build)
            .constant("apiVersion", PersistentVolumeClaim.KIND.apiVersion())
            .constant("kind", PersistentVolumeClaim.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    PersistentVolumeClaim::metadata,
                    PersistentVolumeClaim.Builder::metadata)
            .always("spec", ClaimSpecSchema.SPEC, PersistentVolumeClaim::spec, PersistentVolumeClaim.Builder::spec)
            .always(
                    "status",
                    ClaimStatusSchema.STATUS,
                    PersistentVolumeClaim::status,
                    PersistentVolumeClaim.Builder::status)
            .schema();

    private static final List<Plugin<PersistentVolumeClaim>> PLUGINS = List.of(
            new ClaimLimits(),
            new DefaultStorageClass(),
            new InUseProtection<>("kubernetes.io/pvc-protection", PersistentVolumeClaim::withMetadata),
            new ClaimResize(),
            new ClaimQuota());

    private ClaimPolicy() {}

    @Override
    public ObjectKind<PersistentVolumeClaim> kind() {
        return PersistentVolumeClaim.KIND;
    }

    @Override
    public Type<PersistentVolumeClaim> type() {
        return CLAIM;
    }

    /** Models {@code DropDisabledFields} of {@code pkg/api/persistentvolumeclaim}. */
    @Override
    public PersistentVolumeClaim withoutDisabled(
            Semantics semantics, PersistentVolumeClaim sent, Optional<PersistentVolumeClaim> stored) {
        boolean isKept = semantics.has(Behaviour.VOLUME_ATTRIBUTES_CLASSES)
                || sent.spec().volumeAttributesClassName().isEmpty()
                || stored.flatMap(claim -> claim.spec().volumeAttributesClassName())
                        .isPresent();
        return isKept ? sent : sent.withSpec(sent.spec().withVolumeAttributesClassName(Optional.empty()));
    }

    /** A new claim is Pending. */
    @Override
    public PersistentVolumeClaim prepareForCreate(PersistentVolumeClaim created, AdmissionWorld world) {
        PersistentVolumeClaimStatus pending =
                PersistentVolumeClaimStatus.builder().phase(ClaimPhase.PENDING).build();
        return created.withStatus(pending).withSpec(DataSources.normalized(created.spec(), Optional.empty()));
    }

    @Override
    public PersistentVolumeClaim prepareForUpdate(Update<PersistentVolumeClaim> update, AdmissionWorld world) {
        PersistentVolumeClaim stored = update.stored();
        return update.updated()
                .withStatus(stored.status())
                .withSpec(DataSources.normalized(update.updated().spec(), Optional.of(stored.spec())));
    }

    @Override
    public Check<Update<PersistentVolumeClaim>> updated() {
        return ClaimUpdate::check;
    }

    @Override
    public List<Plugin<PersistentVolumeClaim>> plugins() {
        return PLUGINS;
    }

    @Override
    public List<String> warnings(PersistentVolumeClaim claim, Semantics semantics) {
        return ClaimWarnings.of(claim, semantics);
    }
}
