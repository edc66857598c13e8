package io.mooring.cli;

import io.mooring.binding.explain.Outlook;
import io.mooring.binding.plan.DataLoss;
import io.mooring.tree.JsonObject;

/** Whether the data of a volume can be lost. */
record Loss(World world, DataLoss loss) implements Answer {
    @Override
    public String text(Style style, Format format) {
        return style.verdict(loss.isPossible() ? Outlook.BLOCKED : Outlook.FINE, loss.text());
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("DataLoss", world).putAll(loss.tree()).build();
    }

    @Override
    public ExitCode exitCode() {
        return loss.verdict() == DataLoss.Verdict.IMPOSSIBLE ? ExitCode.FINE : ExitCode.BLOCKED;
    }
}
