/**
 * What explanations rest on that is dear to gather: {@link io.mooring.binding.explain.evidence.Evidence} has it once for all
 * objects of one cluster.
 */
@NullMarked
package io.mooring.binding.explain.evidence;

import org.jspecify.annotations.NullMarked;
