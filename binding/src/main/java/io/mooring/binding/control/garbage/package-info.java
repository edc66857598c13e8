/**
 * Deletes what no longer has an owner, and lets owners go that waited for their dependents. Models {@code
 * pkg/controller/garbagecollector}.
 *
 * <pre>
 * an owner is gone                          its dependents go; one that has another owner only forgets it
 * an owner is being deleted in the          the dependents that block it go first
 *   foreground (foregroundDeletion)
 * an owner is being deleted and orphans     its dependents forget it, then it goes
 *   its dependents (orphan)
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.garbage.GarbageCollector}. Dependents come by kind, namespace and name. An owner is
 * there if an object of its uid, kind and name is, be it of a kind that Mooring does not interpret; one of a kind that the API does
 * not serve, as far as the cluster shows ({@link io.mooring.binding.control.garbage.ServedKinds}), cannot be looked up, and what
 * names it stays. Not covered: owners in other namespaces, of which upstream warns.
 */
@NullMarked
package io.mooring.binding.control.garbage;

import org.jspecify.annotations.NullMarked;
