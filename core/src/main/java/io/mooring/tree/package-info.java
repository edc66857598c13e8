/**
 * An object as plain data, and where in it something is.
 *
 * <pre>
 *   JsonValue --MergePatch--&gt; JsonValue
 * </pre>
 *
 * Front door: {@link io.mooring.tree.JsonObject}, and {@link io.mooring.tree.FieldPath} to say where. Null in a tree is
 * {@link io.mooring.tree.JsonNull}; fields keep their order for writing. Text and positions are not here: module {@code
 * yaml} has them.
 */
@NullMarked
package io.mooring.tree;

import org.jspecify.annotations.NullMarked;
