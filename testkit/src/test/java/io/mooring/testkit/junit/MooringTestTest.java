package io.mooring.testkit.junit;

import static io.mooring.testkit.assertj.MooringAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.mooring.Mooring;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

@MooringTest
class MooringTestTest {
    private static final String NODE = "{apiVersion: v1, kind: Node, metadata: {name: node-7}}";

    @Test
    void aClusterIsMadeFromAResourceAndSettled(@Manifest("shop.yaml") Cluster cluster) {
        assertThat(cluster).isSettled().claim("data-shop-0").isBoundTo("pv-1");
        assertThat(cluster).pod("shop-0").isReady().isOn("node-1");
    }

    @Test
    void orFromSeveralAndFromTheRoot(
            @Manifest(value = "/io/mooring/testkit/junit/shop.yaml", text = NODE) Cluster cluster) {
        assertThat(cluster).node("node-7").exists();
        assertThat(cluster).node("node-1").doesNotExist();
        assertThat(cluster).pod("shop-0").isWaitingForNode();
    }

    @Test
    void orFromAFileOrAFolder(@Manifest("src/test/resources/io/mooring/testkit/junit") Mooring mooring) {
        assertThat(mooring).hasNoRefusals().claim("data-shop-0").isBound();
    }

    @Test
    void orIsLeftAsItWasCreated(
            @Manifest(value = "shop.yaml", state = Manifest.State.CREATED, release = "1.35") Cluster cluster) {
        assertThat(cluster.isSettled()).isFalse();
        assertThat(cluster.semantics()).isEqualTo(Semantics.of(Release.parse("1.35")));
        assertThat(cluster).claim("data-shop-0").doesNotExist();
    }

    @Test
    void aMooringHasWhatWasRefused(
            @Manifest(text = "{apiVersion: v1, kind: Node, metadata: {name: Bad_Name}}") Mooring mooring) {
        assertThat(mooring).hasRefusalContaining("Bad_Name");
    }

    @Test
    void tablesAreHeldToAGoldenFile(@Manifest("shop.yaml") Mooring mooring, Golden golden) {
        golden.matches("tables.txt", mooring.tables());
    }

    @Test
    void aGoldenFileThatDiffersOrIsMissingIsToldWithHowToWriteIt(@TempDir Path folder) throws Exception {
        Golden golden = Golden.in(folder.resolve("new"));
        assertThatThrownBy(() -> golden.matches("a.txt", "one\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a.txt; -Dmooring.update=true writes it:\none\n");

        System.setProperty(Golden.UPDATE, "true");
        try {
            golden.matches("a.txt", "one\n");
        } finally {
            System.clearProperty(Golden.UPDATE);
        }
        assertThat(Files.readString(folder.resolve("new/a.txt"))).isEqualTo("one\n");
        golden.matches("a.txt", "one\r\n");
        assertThatThrownBy(() -> golden.matches("a.txt", "two\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("writes it anew\nexpected:\none\nbut was:\ntwo\n");
    }

    @Test
    void aClusterOfWhichSomethingIsRefusedFailsTheTestWithTheRefusal() {
        assertThat(failures(Refused.class))
                .singleElement()
                .asString()
                .contains("not all of the manifests became objects:", "Bad_Name");
    }

    @Test
    void aFileThatIsNotThereFailsTheTest() {
        assertThat(failures(Missing.class))
                .singleElement()
                .asString()
                .contains("there is neither a resource nor a file nowhere.yaml");
    }

    private static List<String> failures(Class<?> test) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getException().getMessage())
                .toList();
    }

    @MooringTest
    @Disabled("run by a test")
    static class Refused {
        @Test
        void test(@Manifest(text = "{apiVersion: v1, kind: Node, metadata: {name: Bad_Name}}") Cluster cluster) {}
    }

    @MooringTest
    @Disabled("run by a test")
    static class Missing {
        @Test
        void test(@Manifest("nowhere.yaml") Cluster cluster) {}
    }
}
