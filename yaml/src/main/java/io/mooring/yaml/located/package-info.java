/**
 * A document's value, with the position of every part. Models the decoder of go.yaml.in/yaml v2.4 under {@code
 * YAMLToJSONStrict} of sigs.k8s.io/yaml: scalars are resolved, keys become names of fields, merge keys are merged, aliases
 * are followed.
 *
 * <pre>
 *   NodeGraph --LocatedValueBuilder--&gt; LocatedValue      value, start, members, items, flaw
 *                |  FieldNames: key to name
 *                |  AliasShare: how much is repeated
 *                +--problems of parts--&gt; ProblemListener
 * </pre>
 *
 * <p>A part that cannot be read is null, and the {@link io.mooring.yaml.located.Flaw} of all that contains it says so, also
 * where an alias repeats it. Of a key that stands twice the last one counts.
 *
 * <p>Not covered: what the fields mean. That is for the codecs of the kinds.
 */
@NullMarked
package io.mooring.yaml.located;

import org.jspecify.annotations.NullMarked;
