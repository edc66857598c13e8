package io.mooring.binding.control.namespace;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is left in a namespace that is being deleted.
 *
 * @param objects how many there are of a kind
 * @param finalizers how many a finalizer holds
 */
public record ContentFinding(Map<ObjectKind<?>, Integer> objects, Map<String, Integer> finalizers) {
    static final ContentFinding NOTHING = new ContentFinding(Map.of(), Map.of());

    public static ContentFinding of(Cluster cluster, String namespace) {
        List<? extends KubernetesObject> left = cluster.allIn(namespace).toList();
        Map<ObjectKind<?>, Integer> objects = new TreeMap<>();
        Map<String, Integer> finalizers = new TreeMap<>();
        for (KubernetesObject object : left) {
            objects.merge(object.kind(), 1, Integer::sum);
            object.metadata().finalizers().forEach(finalizer -> finalizers.merge(finalizer, 1, Integer::sum));
        }
        return new ContentFinding(objects, finalizers);
    }

    public boolean isNothing() {
        return objects.isEmpty();
    }
}
