/**
 * Provisions volumes for claims and deletes them again, by whatever {@link io.mooring.binding.control.Provisioner} it is given.
 * Models sig-storage-lib-external-provisioner.
 *
 * <pre>
 * claim annotated with the provisioner's name --{@link io.mooring.binding.control.provision.ClaimProvisioning}--&gt; volume with claimRef, annotation and finalizer
 * volume Released under Delete                --{@link io.mooring.binding.control.provision.ProvisionedVolume}--&gt; deletion asked for, then the finalizer removed
 *
 * {@link io.mooring.binding.control.provision.InstantProvisioners}  provisioners that answer at once: a CSI driver's, local-path, host path
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.Provisioner}, plugged in by
 * {@link io.mooring.binding.control.ControlPlane#withProvisioners}. A volume that the API server refuses leads to an event on the
 * claim, and its storage is deleted again. Not covered: parameters of a class, secrets, and what a driver cannot do; the
 * provisioners that answer at once can do everything.
 */
@NullMarked
package io.mooring.binding.control.provision;

import org.jspecify.annotations.NullMarked;
