package io.mooring.binding.plan;

import io.mooring.binding.explain.words.Names;
import io.mooring.binding.picture.Layers;
import io.mooring.binding.picture.Layers.Border;
import io.mooring.binding.picture.Layers.Box;
import io.mooring.binding.picture.Layers.Layer;
import io.mooring.binding.picture.Layers.Line;
import io.mooring.binding.picture.Layers.Stroke;
import io.mooring.binding.plan.Contenders.Contender;
import io.mooring.binding.plan.Contenders.Offer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Claims on the left, volumes on the right: who gets what, who could, and who competes. */
final class BindingPicture {
    private static final int MOST = 30;

    private final BindingPlan plan;
    private final Contenders contenders;
    private final List<Ref<PersistentVolumeClaim>> claims;
    private final List<Ref<PersistentVolume>> volumes;
    private final Set<Ref<?>> competing = new HashSet<>();

    private BindingPicture(Cluster cluster, BindingPlan plan) {
        this.plan = plan;
        this.contenders = Contenders.of(cluster);
        plan.competitions().forEach(competition -> {
            competing.addAll(competition.claims());
            competing.addAll(competition.volumes());
        });
        this.claims = first(Stream.of(
                        plan.competitions().stream().flatMap(competition -> competition.claims().stream()),
                        plan.best().stream().map(Pair::claim),
                        plan.withoutVolume().stream(),
                        plan.provisioned().stream())
                .flatMap(each -> each));
        this.volumes = first(Stream.concat(
                claims.stream()
                        .flatMap(claim -> plan.best().stream()
                                .filter(pair -> pair.claim().equals(claim))
                                .map(Pair::volume)),
                contenders.volumes().stream().map(Offer::ref)));
    }

    private static <T> List<T> first(Stream<T> all) {
        return new ArrayList<>(new LinkedHashSet<>(all.toList()))
                .stream().limit(MOST).toList();
    }

    static Layers of(Cluster cluster, BindingPlan plan) {
        return new BindingPicture(cluster, plan).layers();
    }

    private Layers layers() {
        return new Layers(
                plan.best().size() + " of " + Names.counted(plan.waiting(), "waiting claim") + " can be bound",
                List.of(new Layer("claims", boxes(claims)), new Layer("volumes", boxes(volumes))),
                lines(),
                legend());
    }

    private List<Box> boxes(List<? extends Ref<?>> refs) {
        List<Box> boxes = new ArrayList<>();
        for (Ref<?> ref : refs) {
            boxes.add(new Box(ref.toString(), ref.qualifiedName(), boxes.size(), border(ref)));
        }
        return boxes;
    }

    private Border border(Ref<?> ref) {
        if (competing.contains(ref)) {
            return Border.DOUBLE;
        }
        return plan.withoutVolume().contains(ref) ? Border.DASHED : Border.PLAIN;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Contender contender : contenders.claims()) {
            if (claims.contains(contender.ref())) {
                lines.addAll(lines(contender));
            }
        }
        return lines;
    }

    private List<Line> lines(Contender contender) {
        List<Offer> shown = contenders.volumes().stream()
                .filter(offer -> volumes.contains(offer.ref()))
                .filter(offer -> offer.capacity().compareTo(contender.least()) >= 0)
                .toList();
        BitSet fitting = contenders.fitting(contender, shown);
        return fitting.stream()
                .mapToObj(number -> shown.get(number).ref())
                .map(volume -> new Line(
                        contender.ref().toString(),
                        volume.toString(),
                        isChosen(contender.ref(), volume) ? Stroke.THICK : Stroke.DASHED,
                        ""))
                .toList();
    }

    private boolean isChosen(Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> volume) {
        return plan.best().stream()
                .anyMatch(pair -> pair.claim().equals(claim) && pair.volume().equals(volume));
    }

    private List<String> legend() {
        List<String> legend = new ArrayList<>();
        legend.add("thick line: gets it; dashed line: fits it too");
        if (!competing.isEmpty()) {
            legend.add("double border: more claims than volumes, and they fit no other");
        }
        if (!plan.withoutVolume().isEmpty()) {
            legend.add("dashed border: fits none");
        }
        int more = plan.waiting() - claims.size();
        if (more > 0) {
            legend.add("and " + Names.counted(more, "claim") + " more");
        }
        return legend;
    }
}
