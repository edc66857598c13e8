/**
 * Whole objects, whatever their kind: as trees and back, and what is known of each kind.
 *
 * <pre>
 *   tree --Objects.read--&gt; object        by the tree's API version and kind
 *   tree &lt;--Objects.write-- object
 *   kind --Policies.of--&gt; KindPolicy     a kind without one does not compile
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.object.Objects}, for modules that store objects or read text. A kind that Mooring
 * does not interpret is read as an {@link io.mooring.meta.OtherObject}: its metadata strictly, the rest as it came.
 */
@NullMarked
package io.mooring.admission.object;

import org.jspecify.annotations.NullMarked;
