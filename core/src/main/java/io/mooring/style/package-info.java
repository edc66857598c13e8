/** The one Immutables style of all modules, and how its values show themselves. */
@NullMarked
package io.mooring.style;

import org.jspecify.annotations.NullMarked;
