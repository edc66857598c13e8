package io.mooring.admission;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.release.Semantics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the admission plug-ins see of the world: namespaces, storage classes, limit ranges, quotas with what they count,
 * claims.
 * Read-only; a plug-in asks for the kinds it needs.
 */
public interface AdmissionWorld {

    /** A world without objects. */
    AdmissionWorld EMPTY = new AdmissionWorld() {
        @Override
        public <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace) {
            return List.of();
        }
    };

    /**
     * All objects of a kind.
     *
     * @param namespace empty for kinds without namespaces
     */
    <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace);

    /**
     * What the claims of a quota's namespace use of it, by resource, where that is kept; else it is counted, at the cost of
     * all the namespace's claims.
     */
    default Optional<Map<String, Quantity>> usageOf(Ref<?> quota) {
        return Optional.empty();
    }

    /**
     * Whether it is known which namespaces there are. Where it is not, every namespace exists. By default it is as soon as
     * there is an object that is one.
     */
    default boolean knowsNamespaces() {
        return !list(Namespace.KIND, "").isEmpty();
    }

    /** Whether there is any object in this namespace; one that has any exists. By default there is none. */
    default boolean hasObjectsIn(String namespace) {
        return false;
    }

    /** The time that a new object's status tells; the same for a whole request. */
    default Instant now() {
        return Instant.EPOCH;
    }

    /** How the Kubernetes of this world answers. */
    default Semantics semantics() {
        return Semantics.DEFAULT;
    }

    /** The object with this name, if there is one. */
    default <T extends KubernetesObject> Optional<T> find(ObjectKind<T> kind, String namespace, String name) {
        return list(kind, namespace).stream()
                .filter(each -> each.metadata().name().equals(name))
                .findFirst();
    }

    /** The world of exactly these objects. */
    static AdmissionWorld of(Collection<? extends KubernetesObject> objects) {
        return of(objects, Semantics.DEFAULT);
    }

    /** The world of exactly these objects, in which Kubernetes answers so. */
    static AdmissionWorld of(Collection<? extends KubernetesObject> objects, Semantics semantics) {
        List<KubernetesObject> all = List.copyOf(objects);
        return new AdmissionWorld() {
            @Override
            public <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace) {
                return all.stream()
                        .filter(each -> each.kind().equals(kind))
                        .filter(each -> each.ref().namespace().equals(namespace))
                        .map(kind.type()::cast)
                        .toList();
            }

            @Override
            public boolean hasObjectsIn(String namespace) {
                return all.stream().anyMatch(each -> each.ref().namespace().equals(namespace));
            }

            @Override
            public Semantics semantics() {
                return semantics;
            }
        };
    }
}
