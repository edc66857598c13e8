/**
 * Where pods may run: nodes, and selectors over their labels.
 *
 * <p>Front door: {@link io.mooring.node.Node}, {@link io.mooring.node.NodeSelector}, and
 * {@link io.mooring.node.NodeMatcher}, which asks what a selector says. A selector takes a node when one of
 * its terms holds; a term without demands takes nothing.
 */
@NullMarked
package io.mooring.node;

import org.jspecify.annotations.NullMarked;
