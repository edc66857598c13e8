/**
 * Replays what a real control plane answered. A folder holds files {@code NAME.jsonl.gz}, one recorded answer a line;
 * the {@link io.mooring.conformance.Player} of that name asks Mooring the same and compares.
 *
 * <p>Begin with {@link io.mooring.conformance.Replay}; {@link io.mooring.conformance.Players} lists the players. To
 * add one, write the class and add it to that list.
 */
@NullMarked
package io.mooring.conformance;

import org.jspecify.annotations.NullMarked;
