package io.mooring.admission.object;

import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.schema.Check;
import io.mooring.schema.Type;
import io.mooring.schema.Update;

/** Objects of a kind that is carried along. */
record OtherPolicy(ObjectKind<OtherObject> kind) implements KindPolicy<OtherObject> {
    @Override
    public Type<OtherObject> type() {
        return new OtherObjectType(kind);
    }

    @Override
    public Check<Update<OtherObject>> updated() {
        return (update, at) -> {};
    }

    /** As stored. Models {@code statusStrategy} of custom resources. */
    @Override
    public ObjectMeta metadataOfStatusUpdate(Update<ObjectMeta> update) {
        return update.stored();
    }
}
