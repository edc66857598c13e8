package io.mooring.yaml;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;

/** What a request to create an object says in its URL. */
record RequestTarget(ObjectKind<? extends KubernetesObject> kind, String namespace) {
    TypeMeta type() {
        return new TypeMeta(kind.apiVersion(), kind.name());
    }

    /** Whether an object that names this namespace may be created by the request. */
    boolean accepts(String objectNamespace) {
        return objectNamespace.isEmpty() || !kind.isNamespaced() || objectNamespace.equals(namespace);
    }
}
