package io.mooring.admission;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;

/** For kinds that admission only reads: nothing is filled in, and of the metadata only what all kinds have in common is checked. */
record PlainPolicy<T extends KubernetesObject>(ObjectKind<T> kind) implements KindPolicy<T> {
    @Override
    public T withDefaults(T read) {
        return read;
    }

    @Override
    public Rule<T> created() {
        return (object, at) -> MetadataRules.CREATED_OF_ANY_KIND.check(object.metadata(), at.child("metadata"));
    }

    @Override
    public Rule<Change<T>> updated() {
        return (change, at) -> {};
    }
}
