package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** An operator asks for 1Gi where the volumes hold 1G, which is less: the failing test says why its set is not ready. */
class PlantedBugTest {
    @SuppressWarnings("NullAway.Init") // The extension fills the field in.
    @MooringCluster(nodes = 3)
    static class OfAnOperatorThatAsksForMore {
        KubernetesClient client;

        @BeforeEach
        void oneVolume() {
            client.resource(Objects.volume("pv-1", "1G")).create();
        }

        @Test
        void theSetComesUp() {
            DatabaseOperator operator = new DatabaseOperator(client, "1Gi");
            operator.reconcile(operator.database("db", 1));
            assertThat(operator.isReady("db")).isTrue();
        }

        @Test
        void theOperatorWaits() {
            DatabaseOperator operator = new DatabaseOperator(client, "1Gi");
            operator.reconcile(operator.database("db", 1));
            operator.awaitReady("db");
        }
    }

    @Test
    void theFailureSaysWhyTheClaimWaits() {
        assertThat(failure("theSetComesUp()"))
                .startsWith("\nExpecting value to be true but was false")
                .contains("test/data-db-0 waits until something changes: no volume fits, and nobody makes one")
                .contains("1Gi");
    }

    @Test
    void aClientThatWaitedInVainIsToldToo() {
        assertThat(failure("theOperatorWaits()"))
                .startsWith("Timed out waiting")
                .contains("test/data-db-0 waits until something changes: no volume fits, and nobody makes one");
    }

    private static String failure(String test) {
        return String.valueOf(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OfAnOperatorThatAsksForMore.class))
                .execute()
                .testEvents()
                .failed()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(test))
                .map(PlantedBugTest::thrown)
                .findFirst()
                .orElseThrow()
                .getMessage());
    }

    private static Throwable thrown(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
