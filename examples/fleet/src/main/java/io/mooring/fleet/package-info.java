/**
 * What is not fine in many clusters, each as a dump in a file of its own: {@link io.mooring.fleet.Fleet} is the pipeline, {@link
 * io.mooring.fleet.DumpReport} what is done with one dump.
 */
package io.mooring.fleet;
