/**
 * Trees to text. Both formats are written by Jackson.
 *
 * <pre>
 *   trees --YamlWriter--&gt; YAML, a document each
 *   trees --JsonWriter--&gt; JSON, one as itself, several as a kind: List
 * </pre>
 *
 * <p>Not covered: comments, and the order in which a text had its fields. Objects come as kubectl prints them, by name; an answer in its own order.
 */
@NullMarked
package io.mooring.yaml.write;

import org.jspecify.annotations.NullMarked;
