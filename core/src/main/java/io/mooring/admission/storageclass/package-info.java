/**
 * Classes of volumes: StorageClasses, VolumeAttributesClasses, and what drivers say of their capacity.
 *
 * <pre>
 *   StorageClassSchema             fields, defaults and checks; provisioner, parameters, policy and mode stay
 *   VolumeAttributesClassPolicy    the same of attributes classes; driver and parameters stay
 *   CsiStorageCapacities           read only
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.storageclass.StorageClassPolicy} and its like. Which class is the default one is
 * {@code StorageClass.defaultOf}.
 */
@NullMarked
package io.mooring.admission.storageclass;

import org.jspecify.annotations.NullMarked;
