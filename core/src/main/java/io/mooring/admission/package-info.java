/**
 * May it exist? What the API server of Kubernetes v1.37.2 answers to a create or an update, word for word, before
 * anything is sent: defaults filled in, or the refusal, and the warnings.
 *
 * <p>Front door: {@link io.mooring.admission.Admission}. An answer is a {@link io.mooring.admission.Verdict}; nothing is
 * thrown for a refused object.
 */
@NullMarked
package io.mooring.admission;

import org.jspecify.annotations.NullMarked;
