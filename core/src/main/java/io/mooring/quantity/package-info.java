/**
 * Exact amounts, counted and written the way Kubernetes counts and writes them. There is no floating point and no
 * limit on precision but upstream's own: fractions are rounded to nano when read, and binary amounts capped.
 *
 * <table>
 * <caption>Suffixes</caption>
 * <tr><th>format</th><th>suffixes</th><th>read, then written</th></tr>
 * <tr><td>DecimalSI</td><td>{@code n u m} (none) {@code k M G T P E}</td><td>{@code 0.5} becomes {@code 500m}</td></tr>
 * <tr><td>BinarySI</td><td>{@code Ki Mi Gi Ti Pi Ei}</td><td>{@code 1.5Gi} becomes {@code 1536Mi}</td></tr>
 * <tr><td>DecimalExponent</td><td>{@code e3}, {@code E-3}</td><td>{@code 1.5e3} becomes {@code 1500}</td></tr>
 * </table>
 *
 * <p>Front door: {@link io.mooring.quantity.Quantity}. Bad text is a
 * {@link io.mooring.quantity.QuantityFormatException}, which carries a {@link io.mooring.quantity.QuantityProblem} and
 * upstream's own words.
 *
 * <p>Nothing takes or returns null. Order and equality are of the number, not of the text. Sums are exact and cannot
 * overflow; the forms that give a long say how they round and throw {@link ArithmeticException} beyond one. Text
 * beyond {@link io.mooring.quantity.Quantity#MAX_LENGTH} or {@link io.mooring.quantity.Quantity#MAX_EXPONENT} is
 * refused at once.
 *
 * <p>Not covered: multiplication, conversion to floating point, and changing the format of an amount.
 */
@NullMarked
package io.mooring.quantity;

import org.jspecify.annotations.NullMarked;
