package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects at one moment, to be read. Lists are ordered by namespace, then name. */
public interface Lister {
    /** The object, if it exists. */
    <T extends KubernetesObject> Optional<T> get(Ref<T> ref);

    /** The objects of a kind in a namespace; the empty namespace for kinds without. */
    <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace);

    /** The objects of a kind in all namespaces. */
    <T extends KubernetesObject> Stream<T> list(ObjectKind<T> kind);

    /** Every object, by kind, namespace and name. */
    Stream<? extends KubernetesObject> all();
}
