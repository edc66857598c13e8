/** The one Immutables style of all modules. */
@NullMarked
package io.mooring.style;

import org.jspecify.annotations.NullMarked;
