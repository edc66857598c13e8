package io.mooring.admission;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import java.util.List;

/** What admission does with the objects of one kind; upstream: its defaults, its registry strategy, its plug-ins. */
interface KindPolicy<T extends KubernetesObject> {
    ObjectKind<T> kind();

    /** The object as decoding leaves it: absent fields filled in. */
    T withDefaults(T read);

    /** With what some releases fill in and others do not. */
    default T withDefaultsOf(Semantics semantics, T defaulted) {
        return defaulted;
    }

    /** The object to be created without what a user may not set, such as a status. */
    default T prepareForCreate(T created, AdmissionWorld world) {
        return created;
    }

    /** The updated object with what an update leaves alone, such as the status, taken from the stored one. */
    default T prepareForUpdate(Change<T> change, AdmissionWorld world) {
        return change.updated();
    }

    /** What is checked on a new object, metadata included. */
    Rule<T> created();

    /** What is checked on an update besides the metadata. */
    Rule<Change<T>> updated();

    /** In the order they are asked. */
    default List<Plugin<T>> plugins() {
        return List.of();
    }

    /** What is said beside an accepted object. */
    default List<String> warnings(T object) {
        return List.of();
    }

    /** What is said beside an accepted update. */
    default List<String> warnings(Change<T> change) {
        return warnings(change.updated());
    }
}
