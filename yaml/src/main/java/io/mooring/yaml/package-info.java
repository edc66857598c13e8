/**
 * Manifests to objects and back, with the line and column of every field. What the API server refuses to read is refused
 * here, for all documents at once; what it reads is read as it reads it.
 *
 * <pre>
 *   Source* --ManifestReader--&gt; Reading
 *                                 manifests()  objects without a problem, each with its tree and positions
 *                                 flawed()     objects with a problem, as much of each as could be read
 *                                 problems()   Location (source, document, object, field, line, column), message, advice
 *
 *   objects --Manifests.write, writeJson--&gt; YAML, JSON
 * </pre>
 *
 * <p>Beneath it, not exported, from text to objects:
 *
 * <pre>
 *   parse     YAML and JSON to nodes       with scanner: SnakeYAML's scanner held to upstream's
 *   located   nodes to values with positions   with scalar: what a scalar is
 *   here      values to objects: ObjectDecoder, with the codecs of the kinds
 *   write     trees to text
 * </pre>
 *
 * <p>Front door: {@link io.mooring.yaml.Manifests}. {@link io.mooring.yaml.ManifestReader} reads several sources at once,
 * within other limits, or as the body of a request. {@link io.mooring.yaml.Manifest#locate(String)} finds the line that the
 * API server's words are about.
 *
 * <h2>What is read how</h2>
 *
 * <p>The API server turns YAML into JSON by sigs.k8s.io/yaml, with go.yaml.in/yaml v2.4 beneath: YAML 1.1 with changes.
 *
 * <ul>
 *   <li>Scalars: {@code on} is true, {@code 010} is 8, {@code 1:30} is text. A tag decides what a scalar is ({@code !!str
 *       5}), and one that does not fit is refused. Tags that nobody knows make text; tags of lists and maps do nothing.
 *   <li>Keys become text: {@code 010: a} is the field {@code 8}. Null, lists, maps, and numbers from 2^63 are no keys.
 *   <li>What a merge key brings is assigned where it stands, and any key that is there already, before or after, is a
 *       duplicate: a merge cannot be overridden. Keys that become the same text are duplicates too; upstream leaves to
 *       chance which one it takes.
 *   <li>An alias is what was anchored, in full; one of something that contains it is refused.
 *   <li>A document without content has no object. {@code kind: List} and lists of one kind are taken apart, within one
 *       another too. A problem of one item is no problem of the others.
 *   <li>An object of a kind that Mooring does not interpret becomes an {@link io.mooring.meta.OtherObject}. A kind that it
 *       does, in another version, is a problem.
 *   <li>JSON read as JSON keeps its numbers as they are written; read as YAML, {@code 1.0} is {@code 1}, as above.
 * </ul>
 *
 * <h2>Limits</h2>
 *
 * <table>
 *   <caption>{@link io.mooring.yaml.Limits}, each with its default</caption>
 *   <tr><td>textLength</td><td>16 Mi characters in a source</td></tr>
 *   <tr><td>documentLength</td><td>3 Mi characters in a document, as many bytes as the API server takes</td></tr>
 *   <tr><td>documents</td><td>10,000 in a source</td></tr>
 *   <tr><td>nodes</td><td>250,000 values and keys in a reading, those that aliases repeat included</td></tr>
 *   <tr><td>depth</td><td>256 lists and maps within one another</td></tr>
 *   <tr><td>scalarLength</td><td>1 Mi characters</td></tr>
 *   <tr><td>keyLength</td><td>1,024 characters</td></tr>
 *   <tr><td>problems</td><td>1,000 in a reading</td></tr>
 * </table>
 *
 * <p>Beside them upstream's own rule for aliases holds: they must not make up 99% of a document of any size.
 *
 * <h2>Null, order, errors</h2>
 *
 * <p>A field that is null is there in the tree, as {@link io.mooring.tree.JsonNull}; in the object it is what the codec makes
 * of it. No method takes or gives null. Manifests come in the order of the text, problems document by document in the order
 * of the text, sources in the order in which they are given. Reading throws nothing; {@link
 * io.mooring.yaml.Reading#orThrow()} throws {@link io.mooring.yaml.ManifestException}.
 *
 * <p>Not covered: files and folders, which the caller reads. Comments are not kept, and objects are written with Kubernetes'
 * order of fields, not the text's.
 */
@NullMarked
package io.mooring.yaml;

import org.jspecify.annotations.NullMarked;
