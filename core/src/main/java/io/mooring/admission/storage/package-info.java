/**
 * What volumes, claims and classes have in common: amounts of resources, access modes, volume modes.
 *
 * <p>The checks say what is wrong at the place where the value stands; each has one home here, because a volume and a claim
 * are checked alike.
 */
@NullMarked
package io.mooring.admission.storage;

import org.jspecify.annotations.NullMarked;
