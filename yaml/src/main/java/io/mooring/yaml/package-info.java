/**
 * Text to objects and back, with positions.
 *
 * <pre>
 *   YAML --Documents--&gt; document texts --YamlComposer--+
 *   JSON --------------------------------JsonComposer--+--&gt; nodes --TreeBuilder--&gt; values with positions
 *   Jackson's JsonNode ------------------JsonNodes-----+                               |
 *   Reading(manifests, problems) &lt;--ObjectReader: kinds, lists, codecs of core----------+
 *
 *   objects --codecs of core--&gt; trees --YamlWriter, JsonWriter, JsonNodes--&gt; YAML, JSON, JsonNode
 * </pre>
 *
 * <p>Front door: {@link io.mooring.yaml.Manifests}.
 */
@NullMarked
package io.mooring.yaml;

import org.jspecify.annotations.NullMarked;
