/**
 * What a kind has to say to be admitted, and how it is refused.
 *
 * <pre>
 *   KindPolicy   type (read, write, defaults, checks of a new object), prepareForCreate, prepareForUpdate,
 *                updated (checks), plugins, warnings
 *   Plugin       change, then refuseCreate or refuseUpdate
 *   Refusals     400 badRequest, 404 notServed, noSuchResource, 409 conflict, 422 invalid, 403 forbidden
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.policy.KindPolicy}. The order in which its parts are asked is the pipeline's.
 */
@NullMarked
package io.mooring.admission.policy;

import org.jspecify.annotations.NullMarked;
