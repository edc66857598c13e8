/** Which volume for this claim? */
@NullMarked
package io.mooring.binding.match;

import org.jspecify.annotations.NullMarked;
