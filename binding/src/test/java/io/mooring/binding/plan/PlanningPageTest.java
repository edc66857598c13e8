package io.mooring.binding.plan;

import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/planning.md shows is what comes out. */
class PlanningPageTest {
    private static final Path PAGE = Path.of("../docs/planning.md");

    @Test
    void showsWhatComesOut() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(List.of(
                        Planner.bestBinding(BestBindingTest.TWO_FOR_TWO).text(),
                        Planner.bestBinding(BestBindingTest.THREE_FOR_TWO).text(),
                        Planner.volumesFor(VolumePlanTest.SETS, Margin.NONE).text(),
                        Planner.waste(BestBindingTest.TWO_FOR_TWO.settle()).text(),
                        WorldDifference.ofEdits(WorldDifferenceTest.ONE, List.of(WhatIf.delete(claimKey("c"))))
                                .text(),
                        DataLoss.of(
                                        DataLossTest.USED,
                                        volumeKey("a"),
                                        List.of(DataLossTest.KEEP, DataLossTest.DROP_CLAIM, DataLossTest.DROP_POD))
                                .text()))
                .allSatisfy(text -> assertThat(page).contains("```\n" + text + "```"));
        assertThat(page)
                .contains("```mermaid\n"
                        + Pictures.of(BestBindingTest.THREE_FOR_TWO, Planner.bestBinding(BestBindingTest.THREE_FOR_TWO))
                                .mermaid()
                        + "```");
    }
}
