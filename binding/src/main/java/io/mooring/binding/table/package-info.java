/** What kubectl get would print. */
@NullMarked
package io.mooring.binding.table;

import org.jspecify.annotations.NullMarked;
