/**
 * What is the matter with a claim, a volume, a pod, a set: typed, with the objects and the numbers.
 *
 * <p>Front door: {@link io.mooring.binding.finding.Finding}. A finding decides nothing itself; the controller that made it
 * acts on it, and events, conditions and explanations are made from it.
 */
@NullMarked
package io.mooring.binding.finding;

import org.jspecify.annotations.NullMarked;
