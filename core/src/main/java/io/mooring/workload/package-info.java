/**
 * Who asks for storage: StatefulSets and the storage side of pods.
 *
 * <p>Front door: {@link io.mooring.workload.StatefulSet}, {@link io.mooring.workload.Pod}. What Mooring does not interpret
 * of a pod is carried along in {@code rest()} and written back where it was; its field names are known, so that a
 * misspelt one is still refused.
 */
@NullMarked
package io.mooring.workload;

import org.jspecify.annotations.NullMarked;
