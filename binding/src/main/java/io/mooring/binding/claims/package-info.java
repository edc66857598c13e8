/**
 * Which claims does a StatefulSet have? The claims that its {@code volumeClaimTemplates} come to, their owner references, and
 * the pods that use them.
 *
 * <pre>
 * set web, ordinals 3..4, template www
 *   pod web-3   claim www-web-3      template's name - set's name - ordinal
 *   pod web-4   claim www-web-4
 *
 * the claim of that name              the set's decision       upstream
 *   does not exist                    Create                   createPersistentVolumeClaims
 *   exists                            Use, as it is
 *   is being deleted, pod waits       Refuse: BeingDeleted
 *   is owned by an earlier pod        Refuse: OfEarlierPod     PodClaimIsStale
 *
 * whenDeleted  whenScaled   owner of a wanted replica's claim   owner once scaled away   upstream
 *   Retain       Retain       none                                none                     updateClaimOwnerRefForSetAndPod
 *   Delete       Retain       the set                             the set
 *   Retain       Delete       none                                the pod
 *   Delete       Delete       the set                             the pod
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.claims.VolumeClaimTemplates} for claims, {@link
 * io.mooring.binding.claims.StatefulPods} for pods. Claims come by ordinal, then in the order of the templates; of two
 * templates with one name the last counts. Ordinals are counted in longs, so that {@code start} plus {@code replicas} does not
 * overflow. Not covered: whether the API server would admit a claim.
 */
@NullMarked
package io.mooring.binding.claims;

import org.jspecify.annotations.NullMarked;
