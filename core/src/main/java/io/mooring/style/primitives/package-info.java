/** What the generator of values calls of primitive attributes, and nobody else: see {@link io.mooring.style.MooringStyle}. */
@NullMarked
package io.mooring.style.primitives;

import org.jspecify.annotations.NullMarked;
