/**
 * The admission plug-ins that storage knows: they change an object before it is checked, and may refuse it afterwards.
 *
 * <pre>
 *   class                upstream                       changes           refuses (403)
 *   -------------------  -----------------------------  ----------------  -----------------------------------
 *   NamespaceLifecycle   NamespaceLifecycle                               what is in no namespace that takes it (404 too)
 *   ClaimLimits          LimitRanger                                      a claim beyond a bound of the namespace
 *   DefaultStorageClass  DefaultStorageClass            the class
 *   InUseProtection      StorageObjectInUseProtection   the finalizers
 *   ClaimResize          PersistentVolumeClaimResize                      growth that the class does not allow
 *   ClaimQuota           ResourceQuota                                    a claim beyond what is left of a quota
 * </pre>
 *
 * <p>Each but the first is a {@link io.mooring.admission.policy.Plugin}; a kind's policy lists those that it has, in the order
 * in which they are asked. The first is asked for all kinds, before anything is checked. What they look at is an {@link io.mooring.admission.AdmissionWorld}. Of several limit ranges or quotas the first
 * by name is asked first, where upstream has no order.
 *
 * <p>Not covered: every other plug-in of the API server, webhooks, and plug-ins over pods.
 */
@NullMarked
package io.mooring.admission.plugin;

import org.jspecify.annotations.NullMarked;
