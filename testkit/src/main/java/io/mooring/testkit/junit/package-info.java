/**
 * Clusters from manifests as parameters of tests, and golden files, for JUnit Jupiter, which is the user's own dependency.
 *
 * <p>Front door: {@link io.mooring.testkit.junit.MooringTest}.
 */
@NullMarked
package io.mooring.testkit.junit;

import org.jspecify.annotations.NullMarked;
