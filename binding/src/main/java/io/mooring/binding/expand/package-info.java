/** Which claims does a StatefulSet own? */
@NullMarked
package io.mooring.binding.expand;

import org.jspecify.annotations.NullMarked;
