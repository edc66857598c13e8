package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;

/**
 * What holds an object that is being deleted.
 *
 * @param pods those that still use it
 * @param finalizers all that are left
 */
public record DeletionHold(List<Ref<Pod>> pods, List<String> finalizers) {
    public DeletionHold {
        pods = List.copyOf(pods);
        finalizers = List.copyOf(finalizers);
    }
}
