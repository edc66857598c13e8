/**
 * What a YAML scalar is: text, a number, a truth value or null. The API server resolves scalars with go.yaml.in/yaml v2.4,
 * which is neither YAML 1.1 nor 1.2; the table is at {@link io.mooring.yaml.scalar.ScalarResolver}.
 *
 * <pre>
 *   plain text --ScalarResolver--&gt; ResolvedScalar --json()--&gt; the value      0x10 is 16, 1.50 is 1.5
 *   tag + text --/                              \--key()---&gt; a field's name  on: is the field "true"
 * </pre>
 *
 * <p>Not covered: base 60 ({@code 1:30} is text) and dates as dates (they are text).
 */
@NullMarked
package io.mooring.yaml.scalar;

import org.jspecify.annotations.NullMarked;
