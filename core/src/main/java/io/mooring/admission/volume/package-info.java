/**
 * PersistentVolumes: what they are, what is checked on a new one, and what may change.
 *
 * <pre>
 *   PersistentVolumeSchema     fields, defaults and checks, in upstream's order; exactly one source
 *   PersistentVolumeUpdate     the source, the mode and the node affinity stay
 *   PersistentVolumeWarnings   deprecated annotations, sources, labels and policies
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.volume.PersistentVolumePolicy}. What a source has in it is in {@code source}.
 */
@NullMarked
package io.mooring.admission.volume;

import org.jspecify.annotations.NullMarked;
