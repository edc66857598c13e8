package io.mooring;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Controllers;
import io.mooring.storage.StorageClass;
import io.mooring.yaml.Manifest;
import java.util.List;
import java.util.stream.Stream;

/**
 * The provisioners that are taken to run because classes name them, but for those that came with Kubernetes and are gone.
 *
 * @param names in the order in which classes named them
 */
record AssumedProvisioners(List<String> names) {
    static final AssumedProvisioners NONE = new AssumedProvisioners(List.of());

    private static final String IN_TREE = "kubernetes.io/";

    /** With those that the classes among these name. */
    AssumedProvisioners and(List<Manifest> manifests) {
        Stream<String> named = manifests.stream()
                .map(Manifest::object)
                .filter(StorageClass.class::isInstance)
                .map(StorageClass.class::cast)
                .map(StorageClass::provisioner)
                .filter(name -> !name.isEmpty() && !name.startsWith(IN_TREE));
        return new AssumedProvisioners(
                Stream.concat(names.stream(), named).distinct().toList());
    }

    /** The plain control plane with them. */
    Controllers controllers() {
        return ControlPlane.DEFAULT
                .withProvisioners(names.stream().map(Provisioner::instant).toArray(Provisioner[]::new))
                .controllers();
    }

    /** A sentence for each that is not among the others. */
    List<String> newSince(AssumedProvisioners others) {
        return names.stream()
                .filter(name -> !others.names.contains(name))
                .map(name -> "provisioner " + name + " is taken to run and to succeed")
                .toList();
    }
}
