package io.mooring.benchmarks;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubernetes.client.util.Yaml;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.yaml.Manifests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jol.info.GraphLayout;

/**
 * A program of its own: how many bytes an object takes that was read from YAML, and one that is in a cluster, indexes included. What
 * objects share is counted once and divided among them.
 */
public final class Footprint {
    private static final int OBJECTS = 2000;

    private Footprint() {}

    /** Prints a line of name and bytes for each figure. */
    public static void main(String[] arguments) throws IOException {
        figures().forEach((name, bytes) -> System.out.printf(Locale.ROOT, "%s %d%n", name, bytes));
    }

    private static Map<String, Long> figures() throws IOException {
        Map<String, Long> figures = new TreeMap<>();
        String text = Inputs.manifest(2 * OBJECTS);
        List<KubernetesObject> objects = Manifests.read(text).objects();
        figures.put("loaded volume mooring", each(everySecond(objects, 0)));
        figures.put("loaded claim mooring", each(everySecond(objects, 1)));
        List<?> fabric8 = (List<?>) new KubernetesSerialization().<Object>unmarshal(text);
        figures.put("loaded volume fabric8", each(everySecond(fabric8, 0)));
        figures.put("loaded claim fabric8", each(everySecond(fabric8, 1)));
        List<Object> clientJava = Yaml.loadAll(text);
        figures.put("loaded volume clientJava", each(everySecond(clientJava, 0)));
        figures.put("loaded claim clientJava", each(everySecond(clientJava, 1)));
        figures.put("volume in a cluster", inCluster(everySecond(objects, 0)));
        figures.put("claim in a cluster", inCluster(everySecond(objects, 1)));
        return figures;
    }

    private static <T> List<T> everySecond(List<T> all, int first) {
        List<T> some = new ArrayList<>();
        for (int index = first; index < all.size(); index += 2) {
            some.add(all.get(index));
        }
        return some;
    }

    private static long each(List<?> objects) {
        Object[] array = objects.toArray();
        return (GraphLayout.parseInstance((Object) array).totalSize()
                        - GraphLayout.parseInstance((Object) new Object[array.length])
                                .totalSize())
                / array.length;
    }

    /** Without what an empty cluster takes. */
    private static long inCluster(List<KubernetesObject> objects) {
        Cluster empty = Worlds.empty();
        Cluster cluster = empty;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        Cluster settled = cluster.settle();
        return (GraphLayout.parseInstance(settled).totalSize()
                        - GraphLayout.parseInstance(empty).totalSize())
                / objects.size();
    }
}
