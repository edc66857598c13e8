/**
 * Single objects and amounts, at random: each can be admitted by itself, and they are near enough to each other to meet, and to
 * miss by little.
 *
 * <pre>
 * Quantities, Selectors   what objects say
 * Classes, Nodes, Drivers where they are
 * Quotas                  how much of it there may be
 * Volumes, Claims         near(...) makes the one for the other
 * Pods, Workloads         using(...) those claims
 * </pre>
 *
 * <p>Front door: {@link io.mooring.testkit.sample.Volumes}, {@link io.mooring.testkit.sample.Claims},
 * {@link io.mooring.testkit.sample.Workloads}. Whole worlds, and what is done to them, are in
 * {@code io.mooring.testkit.story}.
 */
@NullMarked
package io.mooring.testkit.sample;

import org.jspecify.annotations.NullMarked;
