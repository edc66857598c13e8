package io.mooring.admission.source;

import io.mooring.schema.Field;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;

/** Whose volume has the source. */
enum SourceHolder {
    /** A PersistentVolume, which refers to secrets in any namespace. */
    PERSISTENT_VOLUME,

    /** A pod, whose secrets are in its own namespace. */
    POD;

    private static final TreeSchema SECRET_REFERENCE = TreeSchema.of(Field.text("name"), Field.text("namespace"));
    private static final TreeSchema LOCAL_REFERENCE = TreeSchema.of(Field.text("name"));

    /** A reference to a secret, unchecked. Kubernetes: {@code SecretReference}, {@code LocalObjectReference}. */
    Field<JsonObject> secret(String name) {
        return Field.object(name, this == POD ? LOCAL_REFERENCE : SECRET_REFERENCE);
    }

    /** A reference to a secret with all that names it. */
    Field<JsonObject> namedSecret(String name) {
        Field<String> required = Field.text("name").required();
        return Field.object(
                name,
                this == POD
                        ? TreeSchema.of(required)
                        : TreeSchema.of(required, Field.text("namespace").required()));
    }

    /** The lines, where a PersistentVolume has the source. */
    TreeLine onlyInPersistentVolume(TreeLine... lines) {
        return TreeLine.lines(this == PERSISTENT_VOLUME ? lines : new TreeLine[0]);
    }

    /** The lines, where a pod has the source. */
    TreeLine onlyInPod(TreeLine... lines) {
        return TreeLine.lines(this == POD ? lines : new TreeLine[0]);
    }
}
