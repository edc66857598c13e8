/**
 * Values from choices, and simpler values from fewer and smaller choices; no test engine is needed, and any can be put under it.
 *
 * <pre>
 * seed, numbers, fuzzer --Choices--> Generator --> value
 *                          Sample: value + choices --simpler()--> simpler samples
 * </pre>
 *
 * <p>Front door: {@link io.mooring.testkit.choice.Generator}; {@link io.mooring.testkit.choice.Falsifier} looks for a value for
 * which something does not hold. A generator draws its choices in one order and from nowhere else; of each choice the first is the
 * simplest.
 */
@NullMarked
package io.mooring.testkit.choice;

import org.jspecify.annotations.NullMarked;
