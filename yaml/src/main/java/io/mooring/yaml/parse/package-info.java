/**
 * Text to nodes of YAML, and to values of JSON. YAML is read from SnakeYAML's events, beneath Jackson, whose YAML tokens lose anchors, tags
 * and the difference between plain and quoted; JSON is read from Jackson's tokens. What documents of YAML mostly look like is read by itself,
 * to the same nodes in less time.
 *
 * <pre>
 *   stream --DocumentSplitter--&gt; DocumentText --YamlParser--&gt; NodeTable
 *                                             |  lines of the usual form --BlockScanner, BlockComposer--&gt; nodes
 *                                             |  any other: SnakeYAML's events --NodeComposer--&gt; nodes
 *                                             |  repaired and parsed again where the scanner differs from upstream's
 *   text --JsonComposer--&gt; ComposedJson, one for each JSON value: what it has needs no resolving, so that it is built at once
 *        --JsonPlaces--&gt; where the parts of one list or object stand, once somebody asks
 * </pre>
 *
 * <p>What is no YAML or no JSON, and what is beyond the limits, is a {@link io.mooring.yaml.node.DocumentRefusal}.
 *
 * <p>Not covered: what the nodes say; see {@code io.mooring.yaml.located}.
 */
@NullMarked
package io.mooring.yaml.parse;

import org.jspecify.annotations.NullMarked;
