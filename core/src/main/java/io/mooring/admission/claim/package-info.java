/**
 * PersistentVolumeClaims, and the parts of them that stand elsewhere too: the spec, in a StatefulSet's claim templates and a
 * pod's own claims, and the status, in claim templates.
 *
 * <pre>
 *   ClaimSpecSchema.SPEC       fields, defaults and checks, in the API server's order
 *   ClaimStatusSchema.STATUS   fields and defaults; what is in a status is the controllers' and not checked
 *   DataSources                dataSource and dataSourceRef: what each may be, and how one is filled from the other
 *   ClaimUpdate                what may change
 *   ClaimWarnings              what is said beside an accepted claim
 *   ClaimPolicy                all of it, and the plug-ins in the order in which they are asked
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.claim.ClaimPolicy}. A new field of a claim is its accessor in the value and one
 * line in a schema here.
 *
 * <p>Not covered: data sources in other namespaces, which the API server drops while their feature gate is off, and whether
 * a data source exists.
 */
@NullMarked
package io.mooring.admission.claim;

import org.jspecify.annotations.NullMarked;
