/**
 * What would Kubernetes do with these manifests, and why? Start here.
 *
 * <pre>
 * files, folders, - , text --{@link io.mooring.Mooring#load load}--&gt; Mooring --{@link io.mooring.Mooring#settle settle}--&gt; Mooring
 *                                      |                         |-- tables()    volumes, claims, why claims wait
 *                                      |                         |-- why(claim)  the reason, and what would help
 *                                      |-- refusals()            |-- cluster()   the API's verbs, events, time
 *                                      |   what is wrong, with line and column
 *                                      |-- assumptions()         what was taken for granted
 *                                      |-- carriedAlong()        which kinds play no part, and which of them speak of claims
 * </pre>
 *
 * <p>In jshell, with the module's jars on the class path:
 *
 * <pre>{@code
 * var shop = Mooring.load(Path.of("shop")).settle();
 * System.out.print(shop.tables());
 * System.out.print(shop.why("default/data-0").text());
 * }</pre>
 *
 * <p>Nothing is taken or returned as null. Everything comes in one documented order: by namespace and name, or in the order
 * of the text. A cluster that runs already is opened from its dump ({@link io.mooring.Mooring#open open}): it stands as it is, and its
 * provisioners answer nothing until somebody says what they do.
 *
 * <p>Front door: {@link io.mooring.Mooring}. Further in: {@link io.mooring.binding.world.Cluster} (objects, verbs, events, time), {@link
 * io.mooring.binding.control.ControlPlane} (which controllers, with which provisioners and resizers), {@link
 * io.mooring.binding.match.VolumeMatcher} (which volume for this claim), {@link io.mooring.quantity.Quantity} (exact amounts).
 */
@NullMarked
package io.mooring;

import org.jspecify.annotations.NullMarked;
