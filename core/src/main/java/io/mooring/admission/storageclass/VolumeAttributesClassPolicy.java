package io.mooring.admission.storageclass;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.plugin.InUseProtection;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.Plugin;
import io.mooring.meta.ObjectKind;
import io.mooring.names.NameRule;
import io.mooring.release.Behaviour;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Type;
import io.mooring.schema.Types;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.storage.VolumeAttributesClass;
import java.util.List;

/** VolumeAttributesClasses. Models {@code ValidateVolumeAttributesClass} and its update. */
public final class VolumeAttributesClassPolicy implements KindPolicy<VolumeAttributesClass> {
    public static final VolumeAttributesClassPolicy POLICY = new VolumeAttributesClassPolicy();

    private static final List<Plugin<VolumeAttributesClass>> PLUGINS = List.of(new InUseProtection<>(
            "kubernetes.io/vac-protection",
            VolumeAttributesClass::withMetadata,
            semantics -> semantics.has(Behaviour.VOLUME_ATTRIBUTES_CLASSES)));

    private static final Schema<VolumeAttributesClass> CLASS = Schema.of(
                    VolumeAttributesClass::builder, VolumeAttributesClass.Builder::build)
            .constant("apiVersion", VolumeAttributesClass.KIND.apiVersion())
            .constant("kind", VolumeAttributesClass.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    VolumeAttributesClass::metadata,
                    VolumeAttributesClass.Builder::metadata)
            .always(
                    "driverName",
                    Types.STRING,
                    VolumeAttributesClass::driverName,
                    VolumeAttributesClass.Builder::driverName)
            .required()
            .check(Provisioners::name)
            .map(
                    "parameters",
                    Types.STRING,
                    VolumeAttributesClass::parameters,
                    VolumeAttributesClass.Builder::parameters)
            .required("must contain at least one key/value pair")
            .check(Provisioners::parameters)
            .schema();

    private static final Check<Update<VolumeAttributesClass>> DRIVER_STAYS = Updates.<VolumeAttributesClass>fixed(
                    "driverName", VolumeAttributesClass::driverName)
            .advise(StorageClassSchema.NEW_CLASS);
    private static final Check<Update<VolumeAttributesClass>> PARAMETERS_STAY = Updates.<VolumeAttributesClass>fixed(
                    "parameters", VolumeAttributesClass::parameters)
            .advise(StorageClassSchema.NEW_CLASS);

    private VolumeAttributesClassPolicy() {}

    @Override
    public ObjectKind<VolumeAttributesClass> kind() {
        return VolumeAttributesClass.KIND;
    }

    @Override
    public Type<VolumeAttributesClass> type() {
        return CLASS;
    }

    @Override
    public Check<Update<VolumeAttributesClass>> updated() {
        return VolumeAttributesClassPolicy::checkUpdate;
    }

    private static void checkUpdate(Update<VolumeAttributesClass> update, ErrorsAt at) {
        Metadata.legacyFinalizers(update.updated().metadata(), at.child("metadata"));
        DRIVER_STAYS.check(update, at);
        PARAMETERS_STAY.check(update, at);
        CLASS.check(update.updated(), at);
    }

    @Override
    public List<Plugin<VolumeAttributesClass>> plugins() {
        return PLUGINS;
    }
}
