/**
 * A document's value, with the position of every part. Models the decoder of go.yaml.in/yaml v2.4 under {@code
 * YAMLToJSONStrict} of sigs.k8s.io/yaml: scalars are resolved, keys become names of fields, merge keys are merged, aliases
 * are followed.
 *
 * <pre>
 *   NodeTable --ComposedYaml, LocatedValueBuilder--&gt; LocatedValue      value, start, parts, flaw
 *                |  FieldNames: key to name                          of an object: FieldTable, where its names stand
 *                |  AliasShare: how much is repeated
 *                |  OpenFields: the fields of objects not yet closed
 *                |  OpenPath: where the reading is, for problems
 *                +--problems of parts--&gt; ProblemListener
 *
 *   JSON --JsonComposer, OpenFields, OpenPath--&gt; ComposedJson: a LocatedValue, and the fields that stand there twice
 *          where the parts of its parts stand is searched for when somebody asks: LocatedLater
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
