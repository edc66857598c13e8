/** What Kubernetes takes as a name, a label, an annotation key, and its words for what it does not take. */
@NullMarked
package io.mooring.names;

import org.jspecify.annotations.NullMarked;
