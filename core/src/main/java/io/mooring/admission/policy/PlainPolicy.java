package io.mooring.admission.policy;

import io.mooring.admission.metadata.MetadataRules;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.schema.Check;
import io.mooring.schema.Type;
import io.mooring.schema.Update;

/** For kinds that admission only reads: of the metadata what all kinds have in common is checked, and any part may change. */
public record PlainPolicy<T extends KubernetesObject>(ObjectKind<T> kind, Type<T> type) implements KindPolicy<T> {
    @Override
    public Check<T> created() {
        return (object, at) -> {
            MetadataRules.CREATED_OF_ANY_KIND.check(object.metadata(), at.child("metadata"));
            type.check(object, at);
        };
    }

    @Override
    public Check<Update<T>> updated() {
        return (update, at) -> {};
    }
}
