package io.mooring.cli;

import io.mooring.binding.explain.Outlook;
import io.mooring.binding.plan.UpgradeReport;
import io.mooring.tree.JsonObject;

/**
 * What a change of the release changes.
 *
 * @param world as it was read, in the release before
 */
record Upgraded(World world, UpgradeReport report) implements Answer {
    @Override
    public String text(Style style, Format format) {
        return style.verdict(report.breaks() ? Outlook.BLOCKED : Outlook.FINE, report.text());
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("Upgrade", world).putAll(report.tree()).build();
    }

    @Override
    public ExitCode exitCode() {
        return report.breaks() ? ExitCode.BLOCKED : ExitCode.FINE;
    }
}
