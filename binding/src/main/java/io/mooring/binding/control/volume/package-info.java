/**
 * What the controllers of volumes and claims share: annotations, finalizers, references, sizes, and drafts that add up
 * the writes about one object.
 */
@NullMarked
package io.mooring.binding.control.volume;

import org.jspecify.annotations.NullMarked;
