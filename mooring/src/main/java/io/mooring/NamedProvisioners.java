package io.mooring;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.stream.Stream;

/** Which provisioners objects name. */
final class NamedProvisioners {
    private NamedProvisioners() {}

    /** Those that the classes name. */
    static Stream<String> ofClasses(Stream<? extends KubernetesObject> objects) {
        return objects.filter(StorageClass.class::isInstance)
                .map(StorageClass.class::cast)
                .map(StorageClass::provisioner);
    }

    /** Those that classes name, that claims wait for, and that made a volume. */
    static Stream<String> of(Cluster cluster) {
        return Stream.of(
                        ofClasses(cluster.list(StorageClass.KIND)),
                        cluster.list(PersistentVolumeClaim.KIND).flatMap(claim -> claim.provisioner().stream()),
                        cluster.list(PersistentVolume.KIND).flatMap(volume -> volume.provisionedBy().stream()))
                .flatMap(names -> names);
    }
}
