package io.mooring.binding.control.provision;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.TypedLocalObjectReference;
import io.mooring.storage.TypedObjectReference;
import java.util.Optional;

/**
 * What a new volume is to be filled with. Models {@code dataSource} of external-provisioner.
 *
 * @param group the API group of its kind; empty for the core group
 */
record DataSource(String group, String kind, String namespace, String name) {
    private static final String CLAIM_KIND = "PersistentVolumeClaim";
    private static final String SNAPSHOT_KIND = "VolumeSnapshot";
    static final String SNAPSHOT_GROUP = "snapshot.storage.k8s.io";

    /** {@code dataSource} goes before {@code dataSourceRef}; admission has made them alike where both can be. */
    static Optional<DataSource> of(PersistentVolumeClaim claim) {
        String namespace = claim.metadata().namespace();
        return claim.spec()
                .dataSource()
                .map(local -> of(local, namespace))
                .or(() -> claim.spec().dataSourceRef().map(reference -> of(reference, namespace)));
    }

    private static DataSource of(TypedLocalObjectReference local, String namespace) {
        return new DataSource(local.apiGroup().orElse(""), local.kind(), namespace, local.name());
    }

    private static DataSource of(TypedObjectReference reference, String namespace) {
        return new DataSource(
                reference.apiGroup().orElse(""),
                reference.kind(),
                reference.namespace().orElse(namespace),
                reference.name());
    }

    /** The claim or snapshot. */
    Ref<?> ref() {
        return isClaim() ? PersistentVolumeClaim.ref(namespace, name) : RestoredSnapshot.SNAPSHOT.ref(namespace, name);
    }

    /** Whether it is a claim that is to be cloned; upstream looks at the kind only. */
    boolean isClaim() {
        return kind.equals(CLAIM_KIND);
    }

    /** Whether it is a snapshot that is to be restored, be it of the wrong group. */
    boolean isSnapshot() {
        return kind.equals(SNAPSHOT_KIND);
    }
}
