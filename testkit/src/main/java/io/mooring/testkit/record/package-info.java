/**
 * What a real control plane answered, as fixtures: calls, answers, states and events.
 *
 * <p>Front door: {@link io.mooring.testkit.record.RecordedStories}.
 */
@NullMarked
package io.mooring.testkit.record;

import org.jspecify.annotations.NullMarked;
