/**
 * An object as plain data, and the one declaration per kind that turns it into a typed object and back.
 *
 * <pre>
 *   JsonValue --Codec.decode--> Decoded(value, problems)      all problems at once, in document order
 *   JsonValue &lt;--Codec.write--- value
 *   JsonValue --MergePatch----> JsonValue
 * </pre>
 *
 * Front door: {@link io.mooring.tree.ObjectCodec} to declare, {@link io.mooring.tree.Codec#decode} to read,
 * {@link io.mooring.tree.FieldPath} to say where. Null in a tree is {@link io.mooring.tree.JsonNull}; fields keep their
 * order for writing. Text and positions are not here: module {@code yaml} has them.
 */
@NullMarked
package io.mooring.tree;

import org.jspecify.annotations.NullMarked;
