/**
 * A document of YAML as nodes: what the text says, before scalars are resolved, merge keys merged and aliases followed. What
 * documents may cost, of YAML and of JSON, and how problems are told is declared here too.
 *
 * <pre>
 *   NodeTable, a row for each node           start
 *     PLAIN     text, tag                    where it begins, as a {@link io.mooring.yaml.node.LineColumn}
 *     QUOTED    text, tag
 *     SEQUENCE  its parts are the rows after it
 *     MAPPING   the same, a key and its value in turn
 *     ALIAS     the row of the node with the anchor
 *
 *   a problem of a part      --ProblemListener--&gt; reading goes on
 *   a problem of the whole   --DocumentRefusal--&gt; the document ends here
 * </pre>
 *
 * <p>Not covered: comments and the style of a collection, which mean nothing to the API server.
 */
@NullMarked
package io.mooring.yaml.node;

import org.jspecify.annotations.NullMarked;
