package io.mooring.admission.policy;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.schema.Check;
import io.mooring.schema.Type;
import io.mooring.schema.Update;

/** For kinds that admission only reads: what their type checks is checked, and any part may change. */
public record PlainPolicy<T extends KubernetesObject>(ObjectKind<T> kind, Type<T> type) implements KindPolicy<T> {
    @Override
    public Check<Update<T>> updated() {
        return (update, at) -> {};
    }
}
