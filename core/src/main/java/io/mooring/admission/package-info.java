/**
 * May it exist? What the API server of Kubernetes v1.37.2 answers to a create or an update, word for word, before
 * anything is sent: defaults filled in, or the refusal, and the warnings.
 *
 * <pre>
 *   create                                        update (a PUT)
 *   ------                                        --------------
 *   read strictly, fill in defaults    400        read strictly, fill in defaults      400
 *   namespace                          400        namespace, name                      400
 *                                                 uid and resourceVersion as stored?   409
 *   plug-ins change the object                    status kept
 *   status begun                                  metadata: what every kind has        422
 *   the kind's table "created"         422        the kind's table "updated"           422
 *   plug-ins refuse                    403        plug-ins refuse                      403
 *   Admitted, with warnings                       Admitted, with warnings
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.Admission}. An answer is a {@link io.mooring.admission.Verdict}; nothing is
 * thrown for a refused object. All of a table's {@link io.mooring.admission.Cause}s come at once and in the API server's
 * order; a cause's message is the API server's, its advice is Mooring's. What plug-ins look at is an
 * {@link io.mooring.admission.AdmissionWorld}.
 *
 * <p>The tables: {@code PersistentVolumeRules} with {@code PersistentVolumeSources} and {@code VolumeSourceRules},
 * {@code StorageClassRules}, {@code VolumeAttributesClassPolicy}, and {@code MetadataRules} for all kinds; for claims
 * {@code ClaimSpecRules} and, on updates, {@code ClaimPolicy}; {@code StatefulSetRules}, and below them what pods and pod
 * templates have in common: {@code PodSpecRules} with {@code PodVolumeRules}, {@code ContainerRules}, {@code MountRules}
 * and their like. They are made of {@code Rules}, {@code TreeRules}, {@code Checks} and {@code Updates}; what a kind's
 * policy consists of is in {@code KindPolicy}. The plug-ins over claims, in the order they are asked: {@code ClaimLimits}
 * (LimitRanger), {@code DefaultStorageClass}, {@code InUseProtection}, {@code ClaimResize}, {@code ClaimQuota}.
 *
 * <p>Not covered: authorization, webhooks and policies, namespaces that do not exist, server-side apply and its managed
 * fields, subresources, and kinds that have no policy here: those are admitted as they read, if their metadata is good.
 * Of pods: what service accounts, priorities and quotas of computing add, and rules that only Windows, kernel parameters,
 * addresses and whole pods' resources have.
 * A name that the API server makes from {@code generateName} is checked only as that prefix.
 */
@NullMarked
package io.mooring.admission;

import org.jspecify.annotations.NullMarked;
