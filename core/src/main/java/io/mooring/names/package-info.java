/**
 * What Kubernetes takes as a name, a label, an annotation key, and its words for what it does not take.
 *
 * <p>A mistyped name has its {@link io.mooring.names.NearMiss}.
 *
 * <p>Front door: {@link io.mooring.names.NameRule}, one constant per rule, with all problems of a text in the API
 * server's order and words. Lengths count UTF-8 bytes, as upstream counts them, whatever its texts call them. The rules
 * are scanners: time grows with the length of the text and with nothing else. Models {@code api/validate/content} and
 * {@code util/validation} of apimachinery. Not covered: ports, IP addresses, HTTP paths.
 */
@NullMarked
package io.mooring.names;

import org.jspecify.annotations.NullMarked;
