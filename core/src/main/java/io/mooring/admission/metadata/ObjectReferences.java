package io.mooring.admission.metadata;

import io.mooring.meta.ObjectReference;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;

/** What one object says of another, unchecked. */
public final class ObjectReferences {
    /** Kind, namespace, name and what else is known. */
    public static final Schema<ObjectReference> REFERENCE = Schema.of(
                    ObjectReference::builder, ObjectReference.Builder::build)
            .field("kind", Types.STRING, ObjectReference::kind, ObjectReference.Builder::kind)
            .field("namespace", Types.STRING, ObjectReference::namespace, ObjectReference.Builder::namespace)
            .field("name", Types.STRING, ObjectReference::name, ObjectReference.Builder::name)
            .field("uid", Types.STRING, ObjectReference::uid, ObjectReference.Builder::uid)
            .field("apiVersion", Types.STRING, ObjectReference::apiVersion, ObjectReference.Builder::apiVersion)
            .field(
                    "resourceVersion",
                    Types.STRING,
                    ObjectReference::resourceVersion,
                    ObjectReference.Builder::resourceVersion)
            .field("fieldPath", Types.STRING, ObjectReference::fieldPath, ObjectReference.Builder::fieldPath)
            .schema();

    private ObjectReferences() {}
}
