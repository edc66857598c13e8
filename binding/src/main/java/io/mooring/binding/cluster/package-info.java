/** The world: an immutable Cluster; apply, patch, delete, settle; events. */
@NullMarked
package io.mooring.binding.cluster;

import org.jspecify.annotations.NullMarked;
