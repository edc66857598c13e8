/**
 * What storage there is and who asks for it: volumes, claims, classes.
 *
 * <pre>
 *   StorageClass  &lt;- storageClassName -  PersistentVolume  &lt;- volumeName / claimRef -&gt;  PersistentVolumeClaim
 * </pre>
 *
 * Front door: {@link io.mooring.storage.PersistentVolume}, {@link io.mooring.storage.PersistentVolumeClaim},
 * {@link io.mooring.storage.StorageClass}. Values can hold what admission refuses; engines take admitted ones. Absent text
 * is {@code ""}; Optional stands where Kubernetes tells absent from empty. Amounts are bytes. What one object can answer about
 * itself is a method of it, such as {@link io.mooring.storage.PersistentVolumeClaim#requestedStorage} and {@link
 * io.mooring.storage.PersistentVolume#isReservedFor}.
 *
 * <p>Not covered: how a source's bytes are reached; a source is carried along as a tree.
 */
@NullMarked
package io.mooring.storage;

import org.jspecify.annotations.NullMarked;
