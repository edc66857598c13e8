/**
 * Keeps up the number of pods of ReplicaSets and ReplicationControllers. Models {@code pkg/controller/replicaset}.
 *
 * <pre>
 * sync, {@link io.mooring.binding.control.replicaset.ReplicaSync}:
 *   whose pods  adopt and release; nothing else before that is done
 *   pods        make what is missing, or delete what is too many in the order of {@link io.mooring.binding.control.workload.DeletionOrder}
 *   status      {@link io.mooring.binding.control.replicaset.ReplicaStatus}, once nothing is to be done
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.replicaset.ReplicaSetController}. A pod that the API refuses is tried again
 * after the next call from outside.
 */
@NullMarked
package io.mooring.binding.control.replicaset;

import org.jspecify.annotations.NullMarked;
