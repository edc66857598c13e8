/**
 * Where a volume's bytes can be: one file a source, and in it all of it, for PersistentVolumes and for pods.
 *
 * <pre>
 *   SourceType --{@link io.mooring.admission.source.Sources#of}--&gt; SourceSchema(inPersistentVolume, inPod, names, warnings)
 * </pre>
 *
 * <p>A new field of a source is a line in its file. A new source is a constant of {@code SourceType}, its file, and the case
 * in {@code Sources} without which nothing compiles. What claims and ephemeral claims are to a pod is declared with pods.
 *
 * <p>Not covered: whether what a source names exists.
 */
@NullMarked
package io.mooring.admission.source;

import org.jspecify.annotations.NullMarked;
