package io.mooring.cli;

import io.mooring.Refusal;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.plan.Difference;
import io.mooring.binding.plan.WorldDifference;
import io.mooring.tree.JsonObject;
import java.util.List;

/**
 * In what two worlds differ.
 *
 * @param world the one after
 * @param refusals of both
 */
record Differences(World world, List<Refusal> refusals, WorldDifference difference) implements Answer {
    Differences {
        refusals = List.copyOf(refusals);
    }

    @Override
    public String text(Style style, Format format) {
        return style.verdict(losesData() ? Outlook.BLOCKED : Outlook.FINE, difference.text());
    }

    private boolean losesData() {
        return !difference.of(Difference.Topic.DATA_LOST).isEmpty();
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("Diff", world, refusals).putAll(difference.tree()).build();
    }

    @Override
    public ExitCode exitCode() {
        return losesData() ? ExitCode.BLOCKED : ExitCode.FINE;
    }
}
