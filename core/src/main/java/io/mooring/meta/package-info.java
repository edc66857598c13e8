/**
 * Who an object is: metadata, owners, selectors over labels, namespaces, and the kinds that objects have.
 *
 * <p>Front door: {@link io.mooring.meta.ObjectMeta}, {@link io.mooring.meta.ObjectKind},
 * {@link io.mooring.meta.Ref}; {@link io.mooring.meta.LabelMatcher} asks what a
 * {@link io.mooring.meta.LabelSelector} says. Absent text is {@code ""}, absent lists and maps are empty; Optional stands
 * exactly where Kubernetes tells absent from empty. Maps keep the order they were given in, which does not count for
 * equality.
 */
@NullMarked
package io.mooring.meta;

import org.jspecify.annotations.NullMarked;
