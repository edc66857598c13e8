/**
 * Provisions volumes for claims and deletes them again, by whatever
 * {@link io.mooring.binding.control.Provisioner} it is given. Models sig-storage-lib-external-provisioner.
 *
 * <pre>
 * claim annotated with the provisioner's name --provision--&gt; volume with claimRef, annotation and finalizer
 * volume Released under Delete                --delete-----&gt; deletion asked for, then the finalizer removed
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.Provisioner}, plugged in by
 * {@link io.mooring.binding.control.ControlPlane#withProvisioners}. A volume that the API server refuses is told of on the
 * claim, and its storage is deleted again. Not covered: parameters of a class, secrets, and what drivers can not do; whoever
 * answers at once can do everything.
 */
@NullMarked
package io.mooring.binding.control.provision;

import org.jspecify.annotations.NullMarked;
