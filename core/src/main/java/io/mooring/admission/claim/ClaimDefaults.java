package io.mooring.admission.claim;

import io.mooring.admission.storage.Amounts;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.TypedLocalObjectReference;
import io.mooring.storage.TypedObjectReference;
import io.mooring.storage.VolumeMode;
import java.util.Optional;

/** What the API server fills in where a claim says nothing, and drops where a claim says what it never took. */
public final class ClaimDefaults {
    private static final String SNAPSHOT_GROUP = "snapshot.storage.k8s.io";

    private ClaimDefaults() {}

    /** Models {@code SetDefaults_PersistentVolumeClaimSpec}; amounts are kept in thousandths. */
    public static PersistentVolumeClaimSpec spec(PersistentVolumeClaimSpec read) {
        return read.withVolumeMode(read.volumeMode().orElse(VolumeMode.FILESYSTEM))
                .withResources(read.resources()
                        .withLimits(Amounts.rounded(read.resources().limits()))
                        .withRequests(Amounts.rounded(read.resources().requests())));
    }

    /** Models {@code SetDefaults_PersistentVolumeClaim}. */
    public static PersistentVolumeClaimStatus status(PersistentVolumeClaimStatus read) {
        return read.withPhase(read.phase().orElse(ClaimPhase.PENDING))
                .withCapacity(Amounts.rounded(read.capacity()))
                .withAllocatedResources(Amounts.rounded(read.allocatedResources()));
    }

    /**
     * The two ways to name a data source, made one: other kinds than claims and snapshots are dropped where only the old
     * field names them, sources in other namespaces for want of their feature gate, and then each field is filled from
     * the other. Models {@code DropDisabledFields}, {@code EnforceDataSourceBackwardsCompatibility} and {@code
     * NormalizeDataSources} of {@code pkg/api/persistentvolumeclaim}.
     *
     * @param stored the claim before the update; empty on create
     */
    public static PersistentVolumeClaimSpec withDataSources(
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
                && !kept.dataSource().map(ClaimDefaults::isClaimOrSnapshot).orElse(true)) {
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
            TypedLocalObjectReference source = spec.dataSource().get();
            return spec.withDataSourceRef(TypedObjectReference.builder()
                    .apiGroup(source.apiGroup())
                    .kind(source.kind())
                    .name(source.name())
                    .build());
        }
        if (spec.dataSourceRef().isPresent() && spec.dataSource().isEmpty() && !namesNamespace(spec)) {
            TypedObjectReference source = spec.dataSourceRef().get();
            return spec.withDataSource(TypedLocalObjectReference.builder()
                    .apiGroup(source.apiGroup())
                    .kind(source.kind())
                    .name(source.name())
                    .build());
        }
        return spec;
    }
}
