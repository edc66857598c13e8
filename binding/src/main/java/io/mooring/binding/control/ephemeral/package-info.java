/**
 * Creates the claims of pods' ephemeral volumes; the garbage collector deletes them with their pods. Models {@code
 * pkg/controller/volume/ephemeral}.
 *
 * <pre>
 * pod p, volume v --&gt; claim p-v, controlled by the pod
 * a claim p-v of another owner, or one that the API refuses --&gt; event FailedBinding, and the volumes after v wait
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.ephemeral.EphemeralVolumeController}. Volumes come in the order of the pod's spec.
 */
@NullMarked
package io.mooring.binding.control.ephemeral;

import org.jspecify.annotations.NullMarked;
