package io.mooring.admission;

import io.mooring.meta.ObjectKind;
import io.mooring.names.NameRule;
import io.mooring.storage.VolumeAttributesClass;
import java.util.List;

/** What is checked on a VolumeAttributesClass. Models {@code ValidateVolumeAttributesClass} and its update. */
final class VolumeAttributesClassPolicy implements KindPolicy<VolumeAttributesClass> {
    private static final List<Plugin<VolumeAttributesClass>> PLUGINS =
            List.of(new InUseProtection<>("kubernetes.io/vac-protection", VolumeAttributesClass::withMetadata));

    private static final Rules<VolumeAttributesClass> CREATED = Rules.<VolumeAttributesClass>table()
            .field("metadata", VolumeAttributesClass::metadata, MetadataRules.created(NameRule.DNS_1123_SUBDOMAIN))
            .required("driverName", VolumeAttributesClass::driverName, StorageClassRules::provisioner)
            .field("parameters", VolumeAttributesClass::parameters, StorageClassRules::parameters)
            .requiredBecause(
                    "parameters", "must contain at least one key/value pair", VolumeAttributesClass::parameters);

    private static final Rules<Change<VolumeAttributesClass>> UPDATED = Rules.<Change<VolumeAttributesClass>>table()
            .rule(Changes.updated(Rules.<VolumeAttributesClass>table()
                    .field("metadata", VolumeAttributesClass::metadata, MetadataRules.LEGACY_FINALIZERS)))
            .rule(Changes.<VolumeAttributesClass>fixed(
                            "driverName", VolumeAttributesClass::driverName, "updates to driverName are forbidden.")
                    .advise(StorageClassRules.NEW_CLASS))
            .rule(Changes.<VolumeAttributesClass>fixed(
                            "parameters", VolumeAttributesClass::parameters, "updates to parameters are forbidden.")
                    .advise(StorageClassRules.NEW_CLASS))
            .rule(Changes.updated(CREATED));

    @Override
    public ObjectKind<VolumeAttributesClass> kind() {
        return VolumeAttributesClass.KIND;
    }

    @Override
    public VolumeAttributesClass withDefaults(VolumeAttributesClass read) {
        return read;
    }

    @Override
    public Rule<VolumeAttributesClass> created() {
        return CREATED;
    }

    @Override
    public Rule<Change<VolumeAttributesClass>> updated() {
        return UPDATED;
    }

    @Override
    public List<Plugin<VolumeAttributesClass>> plugins() {
        return PLUGINS;
    }
}
