/**
 * What every object has: names, labels, annotations, owners, finalizers, and the label selectors that ask for labels.
 *
 * <pre>
 *   Metadata.named(rule)      a new object of a kind whose names are of this sort
 *   Metadata.OF_CUSTOM_KINDS  a new object of a kind that a CustomResourceDefinition makes
 *   Metadata.OF_ANY_KIND      a new object of a kind whose names need only fit into a URL
 *   Metadata.COMMON           what the two have in common: metadata that is stored, metadata of templates
 *   MetadataUpdate            what may change
 *   SystemMetadata            what the API server keeps in its own hand
 *   Selectors.SELECTOR        a label selector
 * </pre>
 *
 * <p>Labels and annotations are checked by the same rules wherever they stand: {@link io.mooring.admission.metadata.Labels},
 * {@link io.mooring.admission.metadata.Annotations}. The metadata's own fields are declared once, in
 * {@link io.mooring.admission.metadata.Metadata}.
 *
 * <p>Not covered: names that the API server makes from {@code generateName}, whose prefix alone is checked; what server-side
 * apply writes into {@code managedFields}.
 */
@NullMarked
package io.mooring.admission.metadata;

import org.jspecify.annotations.NullMarked;
