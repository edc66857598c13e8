package io.mooring.admission.policy;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.schema.Update;
import java.util.Optional;

/** One admission plug-in's part in one kind. All of a kind's plug-ins change the object before any of them may refuse it. */
public interface Plugin<T> {

    /** The object to be created, with what the plug-in puts in. */
    default T change(T created, AdmissionWorld world) {
        return created;
    }

    /** The refusal of a create that passed validation. */
    default Optional<Verdict.Refused> refuseCreate(T created, AdmissionWorld world) {
        return Optional.empty();
    }

    /** The refusal of an update that passed validation. */
    default Optional<Verdict.Refused> refuseUpdate(Update<T> change, AdmissionWorld world) {
        return Optional.empty();
    }
}
