/**
 * Which claims does a StatefulSet own? Names, labels and owners of the claims, and the pods that use them.
 *
 * <pre>
 *   set web, ordinals 3..4, template www
 *     pod web-3   claim www-web-3      template's name - set's name - ordinal
 *     pod web-4   claim www-web-4
 *
 *   the claim of that name            the answer              upstream
 *     does not exist                  Made                    createPersistentVolumeClaims
 *     exists                          Adopted as it is
 *     is being deleted, pod waits     Refused: BeingDeleted
 *     belongs to an earlier pod       Refused: OfEarlierPod   PodClaimIsStale
 *
 *   whenDeleted  whenScaled   owner in the ordinals   owner scaled away   upstream
 *     Retain       Retain       none                    none              updateClaimOwnerRefForSetAndPod
 *     Delete       Retain       the set                 the set
 *     Retain       Delete       none                    the pod
 *     Delete       Delete       the set                 the pod
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.claims.Expansion}. Claims come by ordinal, then in the order of the templates;
 * of two templates with one name the last counts. Ordinals are counted in longs, so that {@code start} plus
 * {@code replicas} does not overflow. Whether the API server would admit a claim is not asked here.
 */
@NullMarked
package io.mooring.binding.claims;

import org.jspecify.annotations.NullMarked;
