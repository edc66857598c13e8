/**
 * Assertions in AssertJ's manner, which is the user's own dependency. A failure says what was expected, what is, and why:
 *
 * <pre>
 * Expecting PersistentVolumeClaim default/data-0 to be bound to pv-1, but it is not bound.
 * default/data-0 waits until something changes: no volume fits, and nobody makes one.
 *   needs 2Gi: pv-1 has 1Gi
 * </pre>
 *
 * <p>Front door: {@link io.mooring.testkit.assertj.MooringAssertions}.
 */
@NullMarked
package io.mooring.testkit.assertj;

import org.jspecify.annotations.NullMarked;
