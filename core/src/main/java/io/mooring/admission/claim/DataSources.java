package io.mooring.admission.claim;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.notEmpty;

import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.CheckOption;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.TypedLocalObjectReference;
import io.mooring.storage.TypedObjectReference;
import java.util.Optional;

/**
 * What a claim is to be filled from, which two fields can name. Models {@code validateDataSource} and {@code
 * validateDataSourceRef} of {@code core/validation}, and {@code pkg/api/persistentvolumeclaim}.
 */
final class DataSources {
    /** Whether API groups may be no names, because the stored claim has one already. */
    static final CheckOption<Boolean> ANY_GROUP = new CheckOption<>("data sources may have any API group", false);

    /** In the claim's own namespace. Upstream checks the name first. */
    static final Schema<TypedLocalObjectReference> LOCAL = Schema.of(
                    TypedLocalObjectReference::builder, TypedLocalObjectReference.Builder::build)
            .always("name", Types.STRING, TypedLocalObjectReference::name, TypedLocalObjectReference.Builder::name)
            .check(notEmpty())
            .always("kind", Types.STRING, TypedLocalObjectReference::kind, TypedLocalObjectReference.Builder::kind)
            .check(notEmpty())
            .rule((source, at) -> coreKind(source.kind(), source.apiGroup(), at))
            .optionalOrNull(
                    "apiGroup",
                    Types.STRING,
                    TypedLocalObjectReference::apiGroup,
                    TypedLocalObjectReference.Builder::apiGroup)
            .check(DataSources::group)
            .schema();

    /** In any namespace. */
    static final Schema<TypedObjectReference> REFERENCE = Schema.of(
                    TypedObjectReference::builder, TypedObjectReference.Builder::build)
            .always("name", Types.STRING, TypedObjectReference::name, TypedObjectReference.Builder::name)
            .check(notEmpty())
            .always("kind", Types.STRING, TypedObjectReference::kind, TypedObjectReference.Builder::kind)
            .check(notEmpty())
            .rule((source, at) -> coreKind(source.kind(), source.apiGroup(), at))
            .optionalOrNull(
                    "apiGroup", Types.STRING, TypedObjectReference::apiGroup, TypedObjectReference.Builder::apiGroup)
            .check(DataSources::group)
            .optional(
                    "namespace", Types.STRING, TypedObjectReference::namespace, TypedObjectReference.Builder::namespace)
            .check(Checks.unlessEmpty(name(NameRule.DNS_1123_LABEL)))
            .schema();

    private static final String SNAPSHOT_GROUP = "snapshot.storage.k8s.io";

    /** Upstream prints a field's path here, whose inside is its own. */
    private static final BadValue PATH = new BadValue("{}");

    private DataSources() {}

    private static void coreKind(String kind, Optional<String> group, ErrorsAt at) {
        if (group.orElse("").isEmpty() && !kind.equals("PersistentVolumeClaim")) {
            at.advising("another kind needs its apiGroup")
                    .invalid(kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        }
    }

    private static void group(String group, ErrorsAt at) {
        if (!group.isEmpty() && !at.option(ANY_GROUP)) {
            name(NameRule.DNS_1123_SUBDOMAIN).check(group, at);
        }
    }

    /** Where both fields are given, they name the same. */
    static void agree(PersistentVolumeClaimSpec spec, ErrorsAt at) {
        if (spec.dataSource().isEmpty() || spec.dataSourceRef().isEmpty()) {
            return;
        }
        if (namesNamespace(spec)) {
            at.invalid(PATH, "may not be specified when dataSourceRef.namespace is specified");
        } else if (!local(spec.dataSourceRef().get()).equals(spec.dataSource().get())) {
            at.advising("give one of the two; the other is filled in").invalid(PATH, "must match dataSourceRef");
        }
    }

    /** Whether one of the two has an API group. */
    static boolean haveGroup(PersistentVolumeClaimSpec spec) {
        return spec.dataSource().flatMap(TypedLocalObjectReference::apiGroup).isPresent()
                || spec.dataSourceRef().flatMap(TypedObjectReference::apiGroup).isPresent();
    }

    /**
     * The two fields made one: other kinds than claims and snapshots are dropped where only the old field names them,
     * sources in other namespaces for want of their feature gate, and then each field is filled from the other. Models
     * {@code DropDisabledFields}, {@code EnforceDataSourceBackwardsCompatibility} and {@code NormalizeDataSources}.
     *
     * @param stored the claim before the update; empty on create
     */
    static PersistentVolumeClaimSpec normalized(
            PersistentVolumeClaimSpec spec, Optional<PersistentVolumeClaimSpec> stored) {
        PersistentVolumeClaimSpec kept = spec;
        boolean hadReference =
                stored.flatMap(PersistentVolumeClaimSpec::dataSourceRef).isPresent();
        if (!hadReference && namesNamespace(kept)) {
            kept = kept.withDataSourceRef(Optional.empty());
        }
        boolean hadSource = hadReference
                || stored.flatMap(PersistentVolumeClaimSpec::dataSource).isPresent();
        if (!hadSource
                && kept.dataSourceRef().isEmpty()
                && !kept.dataSource().map(DataSources::isClaimOrSnapshot).orElse(true)) {
            kept = kept.withDataSource(Optional.empty());
        }
        return mirrored(kept);
    }

    private static boolean namesNamespace(PersistentVolumeClaimSpec spec) {
        return spec.dataSourceRef()
                .flatMap(TypedObjectReference::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .isPresent();
    }

    private static boolean isClaimOrSnapshot(TypedLocalObjectReference source) {
        String group = source.apiGroup().orElse("");
        return (source.kind().equals("PersistentVolumeClaim") && group.isEmpty())
                || (source.kind().equals("VolumeSnapshot") && group.equals(SNAPSHOT_GROUP));
    }

    private static PersistentVolumeClaimSpec mirrored(PersistentVolumeClaimSpec spec) {
        if (spec.dataSource().isPresent() && spec.dataSourceRef().isEmpty()) {
            return spec.withDataSourceRef(reference(spec.dataSource().get()));
        }
        if (spec.dataSourceRef().isPresent() && spec.dataSource().isEmpty() && !namesNamespace(spec)) {
            return spec.withDataSource(local(spec.dataSourceRef().get()));
        }
        return spec;
    }

    private static TypedObjectReference reference(TypedLocalObjectReference source) {
        return TypedObjectReference.builder()
                .apiGroup(source.apiGroup())
                .kind(source.kind())
                .name(source.name())
                .build();
    }

    private static TypedLocalObjectReference local(TypedObjectReference source) {
        return TypedLocalObjectReference.builder()
                .apiGroup(source.apiGroup())
                .kind(source.kind())
                .name(source.name())
                .build();
    }
}
