package io.mooring.cli;

import io.mooring.binding.explain.Outlook;
import io.mooring.binding.plan.Difference;
import io.mooring.binding.plan.WorldDifference;
import io.mooring.tree.JsonObject;

/** In what two worlds differ. */
record Differences(World world, WorldDifference difference) implements Answer {
    @Override
    public String text(Style style, Format format) {
        return style.verdict(losesData() ? Outlook.BLOCKED : Outlook.FINE, difference.text());
    }

    private boolean losesData() {
        return !difference.of(Difference.Topic.DATA_LOST).isEmpty();
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("Diff", world).putAll(difference.tree()).build();
    }

    @Override
    public ExitCode exitCode() {
        return losesData() ? ExitCode.BLOCKED : ExitCode.FINE;
    }
}
