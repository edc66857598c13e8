/** What becomes of a volume and of a claim? */
@NullMarked
package io.mooring.binding.lifecycle;

import org.jspecify.annotations.NullMarked;
