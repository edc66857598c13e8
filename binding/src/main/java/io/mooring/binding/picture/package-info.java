/**
 * Pictures of findings, as text: SVG, and Mermaid for pages that draw it.
 *
 * <pre>
 * {@link io.mooring.binding.picture.Layers}: boxes in columns and lines between them --svg, mermaid--&gt; text
 * {@link io.mooring.binding.picture.Bars}: how much of what is used--------------------svg--&gt; text
 * </pre>
 *
 * <p>Knows nothing of clusters: whoever has a finding says what is to be drawn. Every picture reads without colour: what is missing is
 * dashed and says so, what is marked has a double border, and a line at the bottom says what lines mean. The same input gives
 * the same bytes. Names may hold anything: they are escaped, and shortened where they are long, with the whole beneath the pointer.
 *
 * <p>Not covered: laying out boxes so that lines do not cross.
 */
@NullMarked
package io.mooring.binding.picture;

import org.jspecify.annotations.NullMarked;
