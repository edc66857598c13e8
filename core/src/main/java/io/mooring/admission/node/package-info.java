/**
 * Nodes, choices of nodes wherever they stand, and labels of nodes that have newer names.
 *
 * <pre>
 *   NodeSchema.NODE          a node: read strictly, filled in, not checked
 *   NodeSelectors.SELECTOR   terms of which one must hold
 *   NodeSelectors.TERM       expressions over labels, and over the field metadata.name
 * </pre>
 *
 * <p>Front doors: {@link io.mooring.admission.node.NodeSchema} and {@link io.mooring.admission.node.NodeSelectors}. Values that no label can have may stay in a stored object:
 * {@link io.mooring.admission.node.NodeSelectors#ANY_VALUES}.
 */
@NullMarked
package io.mooring.admission.node;

import org.jspecify.annotations.NullMarked;
