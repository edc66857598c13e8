package io.mooring.testkit.story;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Resizer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Controllers;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import io.mooring.testkit.sample.Classes;
import java.util.ArrayList;
import java.util.List;

/**
 * Stories of random steps. Each step is drawn from what there is when it is taken, so that most are accepted, and with a bias to
 * what breaks things: volumes that miss by a byte, the class {@code ""}, reserved volumes, deletion in use, a {@code claimRef} that
 * is cleared.
 *
 * <pre>{@code
 * Story story = Stories.any().from(Choices.seeded(7));
 * Stories ofOperator = Stories.any().and(new MyOperator()).and(myAnnotations);
 * }</pre>
 *
 * <p>The control plane has a provisioner, a resizer and an attacher of {@value Classes#DRIVER} that do everything at once. Immutable;
 * each method gives other stories.
 */
public final class Stories implements Generator<Story> {
    private static final int MOST_STEPS = 40;
    private static final int EXPECTED = 40;

    private final Cluster start;
    private final List<StepSource> sources;
    private final int most;

    private Stories(Cluster start, List<StepSource> sources, int most) {
        this.start = start;
        this.sources = List.copyOf(sources);
        this.most = most;
    }

    /** From an empty cluster on, with all {@link Steps}. */
    public static Stories any() {
        return new Stories(Cluster.empty(controllers()), List.of(Steps.values()), MOST_STEPS);
    }

    private static Controllers controllers() {
        return ControlPlane.DEFAULT
                .withProvisioners(Provisioner.instant(Classes.DRIVER))
                .withResizers(Resizer.instant(Classes.DRIVER))
                .withAttachers(Attacher.instant(Classes.DRIVER))
                .controllers();
    }

    /** The same under these controllers and no others. */
    public Stories under(Controllers others) {
        return new Stories(start.with(others), sources, most);
    }

    /** The same with somebody's own controller after those of the control plane. */
    public Stories and(Controller<?> own) {
        return under(start.controllers().and(List.of(own)));
    }

    /** The same with steps of somebody's own among the others. */
    public Stories and(StepSource own) {
        List<StepSource> more = new ArrayList<>(sources);
        more.add(own);
        return new Stories(start, more, most);
    }

    /** The same of these steps only. */
    public Stories of(StepSource... others) {
        return new Stories(start, List.of(others), most);
    }

    /** The same beginning with this cluster, and under its controllers. */
    public Stories from(Cluster other) {
        return new Stories(other, sources, most);
    }

    /** The same of so many steps at most. */
    public Stories ofAtMost(int steps) {
        return new Stories(start, sources, steps);
    }

    /**
     * The story that a text tells, from the same start on and under the same controllers.
     *
     * <pre>{@code
     * Stories.any().and(new MyOperator()).parse(SHRUNK).check(Laws.DATA_IS_KEPT);
     * }</pre>
     *
     * @param text as {@link Story#text} prints it; see {@link Step#parse}
     * @throws IllegalArgumentException if it is no such text, with the line
     */
    public Story parse(String text, Step.Own... own) {
        return Story.of(start, Step.parse(text, own));
    }

    @Override
    public Story from(Choices choices) {
        Telling telling = new Telling(start);
        while (telling.steps() < most && !telling.isBrokenOff()) {
            int before = telling.steps();
            choices.part(() -> {
                if (choices.more(EXPECTED)) {
                    telling.take(draw(telling.now(), choices));
                }
                return telling;
            });
            if (telling.steps() == before) {
                break;
            }
        }
        return telling.end();
    }

    private Step draw(Cluster cluster, Choices choices) {
        List<Integer> weights =
                sources.stream().map(source -> source.weight(cluster)).toList();
        boolean hasAny = weights.stream().anyMatch(weight -> weight > 0);
        return hasAny ? sources.get(choices.weighed(weights)).draw(cluster, choices) : new Step.Settle();
    }
}
