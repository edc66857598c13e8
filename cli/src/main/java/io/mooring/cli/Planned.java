package io.mooring.cli;

import io.mooring.binding.plan.BindingPlan;
import io.mooring.binding.plan.VolumePlan;
import io.mooring.binding.plan.Waste;
import io.mooring.tree.JsonObject;

/** What can be bound at most, which volumes are to be made, and what is wasted. */
record Planned(World world, BindingPlan best, VolumePlan volumes, Waste waste) implements Answer {
    @Override
    public String text(Style style, Format format) {
        return best.text() + "\n" + volumes.text() + "\n" + waste.text();
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("Plan", world)
                .put("best", best.tree())
                .put("volumes", volumes.tree())
                .put("waste", waste.tree())
                .build();
    }

    @Override
    public ExitCode exitCode() {
        return best.competitions().isEmpty() && best.withoutVolume().isEmpty() ? ExitCode.FINE : ExitCode.BLOCKED;
    }
}
