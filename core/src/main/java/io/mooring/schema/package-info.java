/**
 * A field once: how it is read and written, what the API server fills in, and what it checks, from one declaration.
 *
 * <pre>
 *   Schema&lt;T&gt;     objects held as Java values: a line a field, with getter and builder's setter
 *   TreeSchema    objects carried along as trees: a line a field, each a constant {@link io.mooring.schema.Field}
 *
 *   JsonValue --decode--&gt; Decoded(value, problems)     all problems at once, in document order
 *   JsonValue &lt;--write---- value
 *   value     --withDefaults--&gt; value                  the same instance if nothing is missing
 *   value     --check--&gt; FieldErrors                   in the order of the lines, which is the API server's
 * </pre>
 *
 * <p>Both are a {@link io.mooring.schema.Type}, as texts, numbers, lists and maps are ({@link io.mooring.schema.Types}), so that
 * they nest. A line says how absence is written; then, if there is anything to say, what is filled in ({@code preset},
 * {@code filled}) and what is checked ({@code required}, {@code check}). A check over several fields stands between the
 * fields, where the API server asks it. A field that rules ask for is a constant {@code Field}, of values
 * too ({@code SchemaBuilder.of}). A value may carry fields along as a tree: {@code SchemaBuilder.rest} says in which attribute, {@code
 * SchemaBuilder.carried} which.
 *
 * <p>Checks are told where they stand by {@link io.mooring.schema.ErrorsAt}, and by {@link io.mooring.schema.CheckOption}s what
 * checks further up know. Nothing here knows any kind of object.
 */
@NullMarked
package io.mooring.schema;

import org.jspecify.annotations.NullMarked;
