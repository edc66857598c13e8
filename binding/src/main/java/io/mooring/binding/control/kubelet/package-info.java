/**
 * Writes what the kubelet reports of the pods that have a node: their status, or that their containers are gone. What it reports
 * is for {@link io.mooring.binding.control.Kubelet} to say. Of a node whose volumes the attach-detach controller attaches it says
 * which of them are in use.
 *
 * <pre>
 * pod or claim changed --&gt; {@link io.mooring.binding.control.Kubelet#report report}(pod, cluster) --&gt; Nothing | Status --&gt; status | Gone --&gt; deletion without grace
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.kubelet.KubeletController}. Not covered: images, probes, restarts, eviction;
 * whether the pod's node exists does not matter, but one whose condition Ready is Unknown says nothing.
 */
@NullMarked
package io.mooring.binding.control.kubelet;

import org.jspecify.annotations.NullMarked;
