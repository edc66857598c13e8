package io.mooring.binding.plan;

import io.mooring.binding.picture.Bars;
import io.mooring.binding.picture.Bars.Bar;
import io.mooring.binding.picture.Layers;
import io.mooring.binding.picture.Layers.Border;
import io.mooring.binding.picture.Layers.Box;
import io.mooring.binding.picture.Layers.Layer;
import io.mooring.binding.picture.Layers.Line;
import io.mooring.binding.picture.Layers.Stroke;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws findings: who competes for which volumes, what is wasted, and how a workload hangs together. */
public final class Pictures {
    /** How many rows a picture has at most. */
    private static final int MOST = 40;

    private Pictures() {}

    /** Who gets what in the best binding, and who competes for what. */
    public static Picture of(Cluster cluster, BindingPlan plan) {
        Layers layers = BindingPicture.of(cluster, plan);
        return new Picture(layers.svg(), layers.mermaid());
    }

    /** What each bound volume holds and was asked for, the most wasted first. */
    public static Picture of(Waste waste) {
        return new Picture(bars(waste).svg(), layers(waste).mermaid());
    }

    /** The replicas of a set or its like from the ordinal to the node; what is missing is said to be. */
    public static Picture chain(Cluster cluster, Ref<?> workload) {
        Layers layers = ChainPicture.of(cluster, workload);
        return new Picture(layers.svg(), layers.mermaid());
    }

    private static Bars bars(Waste waste) {
        Quantity largest = waste.bound().stream()
                .map(Pair::capacity)
                .max(Quantity::compareTo)
                .orElse(Quantity.ZERO);
        return new Bars(
                title(waste),
                waste.bound().stream()
                        .limit(MOST)
                        .map(pair -> new Bar(
                                pair.volume().name(),
                                thousandths(pair.capacity(), largest),
                                thousandths(pair.capacity().minus(pair.waste()), largest),
                                text(pair) + ", " + pair.claim().qualifiedName()))
                        .toList(),
                legend(waste, "grey: asked for; hatched: not asked for"));
    }

    private static Layers layers(Waste waste) {
        List<Pair> shown = waste.bound().stream().limit(MOST).toList();
        return new Layers(
                title(waste),
                List.of(
                        new Layer(
                                "volumes",
                                boxes(shown.stream().map(Pair::volume).toList())),
                        new Layer(
                                "claims", boxes(shown.stream().map(Pair::claim).toList()))),
                shown.stream()
                        .map(pair ->
                                new Line(pair.volume().toString(), pair.claim().toString(), Stroke.PLAIN, text(pair)))
                        .toList(),
                legend(waste));
    }

    private static List<Box> boxes(List<? extends Ref<?>> refs) {
        return IntStream.range(0, refs.size())
                .mapToObj(row -> new Box(refs.get(row).toString(), refs.get(row).qualifiedName(), row, Border.PLAIN))
                .toList();
    }

    private static String title(Waste waste) {
        return waste.total() + " of " + waste.capacity() + " was not asked for";
    }

    private static List<String> legend(Waste waste, String... first) {
        int more = waste.bound().size() - MOST;
        return more > 0
                ? Stream.concat(Arrays.stream(first), Stream.of("and " + more + " volumes more"))
                        .toList()
                : List.of(first);
    }

    private static String text(Pair pair) {
        return pair.capacity() + " for " + pair.requested()
                + (pair.waste().isZero() ? "" : ", " + pair.waste() + " unused");
    }

    private static int thousandths(Quantity part, Quantity whole) {
        return whole.isZero()
                ? 0
                : part.toBigDecimal()
                        .multiply(BigDecimal.valueOf(1000))
                        .divide(whole.toBigDecimal(), 0, RoundingMode.HALF_EVEN)
                        .intValue();
    }
}
