package io.mooring;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeSource;
import java.util.List;
import java.util.Optional;
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

    /** The drivers of volumes and classes, if there is a node among these to which the control plane attaches volumes. */
    static Stream<String> attaching(List<? extends KubernetesObject> objects) {
        return isAnyManaged(objects.stream()) ? drivers(objects.stream()) : Stream.empty();
    }

    /** The same of a cluster, and of what is to come to it. */
    static Stream<String> attaching(Cluster cluster, List<? extends KubernetesObject> more) {
        boolean isAnyManaged = isAnyManaged(cluster.list(Node.KIND)) || isAnyManaged(more.stream());
        return isAnyManaged
                ? Stream.of(
                                drivers(cluster.list(StorageClass.KIND)),
                                drivers(cluster.list(PersistentVolume.KIND)),
                                drivers(more.stream()))
                        .flatMap(names -> names)
                : Stream.empty();
    }

    private static boolean isAnyManaged(Stream<? extends KubernetesObject> objects) {
        return objects.anyMatch(object -> object instanceof Node node && node.isManagedForAttach());
    }

    private static Stream<String> drivers(Stream<? extends KubernetesObject> objects) {
        return objects.flatMap(object -> driver(object).stream()).filter(driver -> !driver.isEmpty());
    }

    /** The provisioners that came with Kubernetes, and others with a slash, are no drivers. */
    private static Optional<String> driver(KubernetesObject object) {
        if (object instanceof PersistentVolume volume) {
            return volume.spec().source().flatMap(VolumeSource::csiDriver);
        }
        return object instanceof StorageClass storageClass
                        && !storageClass.provisioner().contains("/")
                ? Optional.of(storageClass.provisioner())
                : Optional.empty();
    }
}
