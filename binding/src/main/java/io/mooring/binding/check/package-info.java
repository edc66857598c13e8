/**
 * What will not work, loses data or surprises, in a cluster or in manifests before anything is applied: the checks.
 *
 * <pre>
 * Cluster --{@link io.mooring.binding.check.Checks#of Checks.of}--&gt; {@link io.mooring.binding.check.CheckResult}(check, object, field, text, evidence, advice, edit)
 *         --{@link io.mooring.binding.check.Checks#unjudged Checks.unjudged}--&gt; {@link io.mooring.binding.check.Unjudged}(kind, checks)
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.check.Checks}.
 *
 * <p>{@link io.mooring.binding.check.Check} is the table of contents: a row has a stable code, how bad it is, what, why, what to
 * do, and who finds it. {@code docs/checks.md} is made from it, with a bad and a good example each. Of claims and pods that are
 * yet to be made it is the template that is looked at ({@code Request}, {@code PodPlan}); of many that are alike one result
 * comes. What rests on a kind that was not fetched is not said; {@code unjudged} tells so.
 *
 * <p>Nothing is decided anew: which volume fits is asked of {@code match}, who provisions and who deletes of the volume binder's
 * findings. Not covered: what the programs on a node do, quotas, and what only a run can show, such as two claims that want one
 * volume.
 */
@NullMarked
package io.mooring.binding.check;

import org.jspecify.annotations.NullMarked;
