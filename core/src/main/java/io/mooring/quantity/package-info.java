/** Exact amounts, counted the way Kubernetes counts. */
@NullMarked
package io.mooring.quantity;

import org.jspecify.annotations.NullMarked;
