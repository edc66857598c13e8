/**
 * What is done to a cluster, at random, and what holds all the same.
 *
 * <pre>
 * Stories --Choices--> Story --passages--> Law
 *   StepSource, Steps: drawn from what there is
 * Story: Step, Step, Settle, Step, ... --text--> kubectl commands and YAML
 * </pre>
 *
 * <p>Front door: {@link io.mooring.testkit.story.Stories}, {@link io.mooring.testkit.story.Laws}. No test engine is needed.
 */
@NullMarked
package io.mooring.testkit.story;

import org.jspecify.annotations.NullMarked;
