/** Why does a pod stand as it does? Front door: {@link io.mooring.binding.explain.pod.PodExplainer}. */
@NullMarked
package io.mooring.binding.explain.pod;

import org.jspecify.annotations.NullMarked;
