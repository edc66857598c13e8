/** What the generator of values looks for, and nobody else: see {@link io.mooring.style.MooringStyle}. */
@NullMarked
package io.mooring.style.base;

import org.jspecify.annotations.NullMarked;
