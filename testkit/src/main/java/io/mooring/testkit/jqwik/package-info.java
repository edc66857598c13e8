/**
 * The generators of {@code io.mooring.testkit.sample} and {@code io.mooring.testkit.story} under jqwik, which is the user's own
 * dependency. What they make shrinks choice by choice.
 *
 * <p>Front door: {@link io.mooring.testkit.jqwik.MooringDomain}, or {@link io.mooring.testkit.jqwik.MooringArbitraries} for what
 * one wants otherwise.
 */
@NullMarked
package io.mooring.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
