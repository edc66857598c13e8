package io.mooring.binding.plan;

import io.mooring.binding.explain.set.Chain;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.picture.Layers;
import io.mooring.binding.picture.Layers.Border;
import io.mooring.binding.picture.Layers.Box;
import io.mooring.binding.picture.Layers.Layer;
import io.mooring.binding.picture.Layers.Line;
import io.mooring.binding.picture.Layers.Stroke;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ordinal, pod, claim, volume, node: a column each, a row for each claim of each pod. */
final class ChainPicture {
    /** How many pods are drawn. */
    private static final int MOST = 30;

    private final Cluster cluster;
    private final Ref<?> workload;
    private final Column ordinals = new Column("ordinal");
    private final Column pods = new Column("pod");
    private final Column claims = new Column("claim");
    private final Column volumes = new Column("volume");
    private final Column nodes = new Column("node");
    private final List<Line> lines = new ArrayList<>();
    private int row;

    private ChainPicture(Cluster cluster, Ref<?> workload) {
        this.cluster = cluster;
        this.workload = workload;
    }

    /** Boxes by what they stand for; each once, in the first row that it is in or the next that is free. */
    private static final class Column {
        private final String heading;
        private final Map<String, Box> boxes = new LinkedHashMap<>();
        private int free;

        Column(String heading) {
            this.heading = heading;
        }

        String add(String id, String text, int row, Border border) {
            if (!boxes.containsKey(id)) {
                int at = Math.max(row, free);
                boxes.put(id, new Box(heading + " " + id, text, at, border));
                free = at + 1;
            }
            return heading + " " + id;
        }

        Layer layer() {
            return new Layer(heading, List.copyOf(boxes.values()));
        }
    }

    static Layers of(Cluster cluster, Ref<?> workload) {
        return new ChainPicture(cluster, workload).layers();
    }

    private Layers layers() {
        List<Chain> chains = chains();
        chains.stream().limit(MOST).forEach(this::add);
        List<Layer> layers = new ArrayList<>();
        if (!ordinals.boxes.isEmpty()) {
            layers.add(ordinals.layer());
        }
        layers.addAll(List.of(pods.layer(), claims.layer(), volumes.layer(), nodes.layer()));
        List<String> legend = new ArrayList<>(List.of("dashed border: not there"));
        if (chains.size() > MOST) {
            legend.add("and " + Names.counted(chains.size() - MOST, "pod") + " more");
        }
        return new Layers(workload.kind().name() + " " + workload.qualifiedName(), layers, lines, legend);
    }

    private List<Chain> chains() {
        Optional<? extends KubernetesObject> found = cluster.get(workload);
        return found.map(object ->
                        object instanceof StatefulSet set ? Chain.of(cluster, set) : Chain.of(cluster, object))
                .orElse(List.of());
    }

    private void add(Chain chain) {
        String pod = pods.add(
                chain.pod().toString(),
                chain.pod().name(),
                row,
                cluster.get(chain.pod()).isPresent() ? Border.PLAIN : Border.DASHED);
        chain.ordinal()
                .ifPresent(ordinal -> connect(
                        ordinals.add(String.valueOf(ordinal), String.valueOf(ordinal), row, Border.PLAIN), pod));
        String node = chain.node()
                .map(there -> nodes.add(there.toString(), there.name(), row, Border.PLAIN))
                .orElseGet(() -> nodes.add("none of " + chain.pod(), "no node", row, Border.DASHED));
        if (chain.claims().isEmpty()) {
            connect(pod, node);
            row++;
        }
        for (Chain.Link link : chain.claims()) {
            add(link, pod, node);
            row++;
        }
    }

    private void add(Chain.Link link, String pod, String node) {
        String claim = claims.add(
                link.claim().toString(),
                link.claim().name(),
                row,
                cluster.get(link.claim()).isPresent() ? Border.PLAIN : Border.DASHED);
        String volume = link.volume()
                .map(there -> volumes.add(
                        there.toString(),
                        there.name(),
                        row,
                        cluster.get(there).isPresent() ? Border.PLAIN : Border.DASHED))
                .orElseGet(() -> volumes.add("none of " + link.claim(), "no volume", row, Border.DASHED));
        connect(pod, claim);
        connect(claim, volume);
        connect(volume, node);
    }

    private void connect(String from, String to) {
        Line line = new Line(from, to, Stroke.PLAIN, "");
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }
}
