package io.mooring.admission.policy;

import io.mooring.admission.AdmissionWorld;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import java.util.List;
import java.util.Optional;

/** What admission does with the objects of one kind; upstream: its defaults, its registry strategy, its plug-ins. */
public interface KindPolicy<T extends KubernetesObject> {
    ObjectKind<T> kind();

    /** What its objects are: how they are read and written, what is filled in, what is checked on a new one. */
    Type<T> type();

    /** The object as decoding leaves it: absent fields filled in; the same object if nothing is missing. */
    default T withDefaults(T read) {
        return type().withDefaults(read);
    }

    /** What is checked on a new object, metadata included. */
    default Check<T> created() {
        return type();
    }

    /** With what some releases fill in and others do not. */
    default T withDefaultsOf(Semantics semantics, T defaulted) {
        return defaulted;
    }

    /**
     * Without the fields that this Kubernetes does not know, unless they are stored already; the same object if it has none.
     * Upstream: {@code dropDisabledFields} and its like.
     *
     * @param stored what the object replaces
     */
    default T withoutDisabled(Semantics semantics, T sent, Optional<T> stored) {
        return sent;
    }

    /** The object to be created without what a user may not set, such as a status. */
    default T prepareForCreate(T created, AdmissionWorld world) {
        return created;
    }

    /** The updated object with what an update leaves alone, such as the status, taken from the stored one. */
    default T prepareForUpdate(Update<T> update, AdmissionWorld world) {
        return update.updated();
    }

    /** What is checked on an update besides the metadata. */
    Check<Update<T>> updated();

    /** What is checked of the object after a write of the subresource {@code status}, besides the metadata; by default nothing. */
    default Check<T> statusUpdated() {
        return (updated, at) -> {};
    }

    /**
     * The metadata that a write of the subresource {@code status} stores; by default what the write says, as upstream's
     * status strategies keep nothing but the stored spec.
     */
    default ObjectMeta metadataOfStatusUpdate(Update<ObjectMeta> update) {
        return update.updated();
    }

    /** In the order they are asked. */
    default List<Plugin<T>> plugins() {
        return List.of();
    }

    /** What this Kubernetes says beside an accepted object. */
    default List<String> warnings(T object, Semantics semantics) {
        return List.of();
    }

    /** What this Kubernetes says beside an accepted update. */
    default List<String> warnings(Update<T> update, Semantics semantics) {
        return warnings(update.updated(), semantics);
    }
}
