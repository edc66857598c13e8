/** Why does it wait, and what would help? */
@NullMarked
package io.mooring.binding.explain;

import org.jspecify.annotations.NullMarked;
