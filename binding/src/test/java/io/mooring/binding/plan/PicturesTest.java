package io.mooring.binding.plan;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final Cluster COMPETING = BestBindingTest.cluster(
            claim("c1", "1Gi", ""),
            claim("c2", "1Gi", ""),
            claim("c3", "1Gi", ""),
            BestBindingTest.ssd(claim("c4", "2Gi", "")),
            claim("c5", "9Gi", ""),
            volume("a", "1Gi", ""),
            volume("b", "1Gi", ""),
            BestBindingTest.ssd(volume("c", "3Gi", "other")));

    @Test
    void drawsWhoCompetesForWhat() throws IOException {
        Picture picture = Pictures.of(COMPETING, Planner.bestBinding(COMPETING));

        assertIs(picture, "competition");
    }

    @Test
    void drawsWhatIsWasted() throws IOException {
        Cluster cluster = BestBindingTest.cluster(
                        claim("c1", "1Gi", ""), claim("c2", "3Gi", ""), volume("a", "2Gi", ""), volume("b", "3Gi", ""))
                .settle();

        assertIs(Pictures.of(Planner.waste(cluster)), "waste");
    }

    @Test
    void drawsASetFromTheOrdinalToTheNode() throws IOException {
        Cluster cluster = BestBindingTest.cluster(
                        node("node-1", "8"), set("web", 3, "1Gi", ""), volume("a", "2Gi", ""), volume("b", "3Gi", ""))
                .settle();

        assertIs(Pictures.chain(cluster, setKey("web")), "chain");
    }

    private static void assertIs(Picture picture, String name) throws IOException {
        assertThat(picture.svg()).isEqualTo(golden(name + ".svg"));
        assertThat(picture.mermaid()).isEqualTo(golden(name + ".mermaid"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = PicturesTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
