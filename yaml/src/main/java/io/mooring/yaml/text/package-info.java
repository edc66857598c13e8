/**
 * Text as Go sees it, and text of others within messages. Java's strings are UTF-16 and may hold half a character; what
 * the API server reads and writes is UTF-8.
 *
 * <pre>
 *   bytes --Unicode--&gt; String            a byte that is no UTF-8: refused, or U+FFFD
 *   String --Unicode--&gt; String           half a surrogate pair: U+FFFD
 *   String, JsonValue --Excerpt--&gt; one short line for a message
 * </pre>
 *
 * <p>Not covered: other encodings. Kubernetes takes UTF-8 only.
 */
@NullMarked
package io.mooring.yaml.text;

import org.jspecify.annotations.NullMarked;
