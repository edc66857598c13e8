package io.mooring.admission.source;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import java.util.Optional;

/**
 * One kind of source, declared once: what it has in a PersistentVolume and in a volume of a pod.
 *
 * @param inPersistentVolume empty where a PersistentVolume cannot have it
 * @param inPod empty where a pod cannot have it
 * @param errorName where the API server tells what is wrong with it
 * @param furtherName where the API server refuses it beside another source
 * @param warning what the API server says beside a PersistentVolume with it, and where
 * @param podWarning what the API server says beside a pod with it, and where
 */
public record SourceSchema(
        SourceType type,
        Optional<TreeSchema> inPersistentVolume,
        Optional<TreeSchema> inPod,
        String errorName,
        String furtherName,
        Optional<String> warning,
        Optional<String> podWarning) {

    /** Declares a source that differs between volumes and pods; each is asked for only where it is known. */
    @FunctionalInterface
    interface Declaration {
        TreeSchema in(SourceHolder holder);
    }

    static SourceSchema of(SourceType type, Declaration declaration) {
        return new SourceSchema(
                type,
                type.isKnownInPersistentVolumes()
                        ? Optional.of(declaration.in(SourceHolder.PERSISTENT_VOLUME))
                        : Optional.empty(),
                type.isKnownInPods() ? Optional.of(declaration.in(SourceHolder.POD)) : Optional.empty(),
                type.field(),
                type.field(),
                Optional.empty(),
                Optional.empty());
    }

    /** A source whose content is declared where its holder is, or not known. */
    static SourceSchema elsewhere(SourceType type) {
        return new SourceSchema(
                type,
                Optional.empty(),
                Optional.empty(),
                type.field(),
                type.field(),
                Optional.empty(),
                Optional.empty());
    }

    /** A source that is the same wherever it is known. */
    static SourceSchema of(SourceType type, TreeSchema schema) {
        return of(type, holder -> schema);
    }

    /** Told of at other names than its field's, as upstream has them. */
    SourceSchema toldAt(String name, String furtherName) {
        return new SourceSchema(type, inPersistentVolume, inPod, name, furtherName, warning, podWarning);
    }

    /** Warned of, wherever it is used. */
    SourceSchema deprecated(String text) {
        return deprecatedAt(type.field(), text);
    }

    /** Warned of at another name than its field's. */
    SourceSchema deprecatedAt(String name, String text) {
        Optional<String> told = Optional.of(name + ": " + text);
        return new SourceSchema(type, inPersistentVolume, inPod, errorName, furtherName, told, told);
    }

    /** Warned of in pods alone. */
    SourceSchema deprecatedInPods(String text) {
        return new SourceSchema(
                type,
                inPersistentVolume,
                inPod,
                errorName,
                furtherName,
                Optional.empty(),
                Optional.of(type.field() + ": " + text));
    }
}
