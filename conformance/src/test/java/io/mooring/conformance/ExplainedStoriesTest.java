package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.Quote;
import io.mooring.meta.Ref;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * What is said of a claim agrees with what Kubernetes told of it, in all recorded stories, after each step: the last event of
 * the claim that the record has says by its reason and message which facts must be among the explanation's; what is quoted was
 * told; a claim that is not Bound has an outlook and a reason.
 */
class ExplainedStoriesTest {
    private static final Path RECORDS = Path.of("src", "test", "resources", "records");
    private static final List<String> STORIES = List.of("scenarios", "reported", "workloads", "attach", "opened");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Kubernetes tells, by the reason and a part of the message, and what an explanation must then have said. */
    private enum Told {
        NO_CLASS("FailedBinding", "no storage class is set", FactCode.CLASS_NONE),
        TAKEN("FailedBinding", "already bound to a different claim", FactCode.VOLUME_TAKEN),
        TOO_SMALL("VolumeMismatch", "too small", FactCode.VOLUME_CAPACITY),
        OTHER_CLASS("VolumeMismatch", "storageClassName does not match", FactCode.VOLUME_CLASS),
        OTHER_ATTRIBUTES("VolumeMismatch", "volumeAttributesClassName", FactCode.VOLUME_ATTRIBUTES_CLASS),
        OTHER_VOLUME_MODE("VolumeMismatch", "incompatible volumeMode", FactCode.VOLUME_MODE),
        OTHER_ACCESS_MODES("VolumeMismatch", "incompatible accessMode", FactCode.VOLUME_ACCESS_MODES),
        GOING("VolumeMismatch", "marked for deletion", FactCode.VOLUME_DELETION),
        CLASS_MISSING("ProvisioningFailed", "storageclass.storage.k8s.io", FactCode.CLASS_MISSING),
        PLUGIN_MISSING("ProvisioningFailed", "no volume plugin matched", FactCode.CLASS_PROVISIONER),
        NO_CONSUMER("WaitForFirstConsumer", "", FactCode.CLAIM_CONSUMER, FactCode.POD_PLACEMENT),
        UNSCHEDULED("WaitForPodScheduled", "", FactCode.POD_PLACEMENT),
        EXTERNAL("ExternalProvisioning", "", FactCode.CLASS_PROVISIONER),
        LOST("ClaimLost", "", FactCode.CLAIM_LOST, FactCode.VOLUME_MISSING),
        MISBOUND("ClaimMisbound", "", FactCode.VOLUME_TAKEN);

        private final String reason;
        private final String part;

        @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody can change.
        private final Set<FactCode> codes;

        Told(String reason, String part, FactCode... codes) {
            this.reason = reason;
            this.part = part;
            this.codes = Set.of(codes);
        }

        static Optional<Told> of(JsonNode event) {
            for (Told each : values()) {
                if (event.get("reason").asText().equals(each.reason)
                        && event.get("message").asText().contains(each.part)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    private final Map<Told, Integer> seen = new EnumMap<>(Told.class);
    private int quoted;
    private int unbound;

    @Test
    void explanationsAndEventsAgree() throws IOException {
        for (RecordFile file : RecordFile.in(RECORDS)) {
            if (STORIES.contains(file.name())) {
                play(file);
            }
        }
        assertThat(quoted).isGreaterThan(500);
        assertThat(unbound).isGreaterThan(500);
        assertThat(seen.keySet())
                .containsAll(Set.of(
                        Told.NO_CLASS,
                        Told.TAKEN,
                        Told.TOO_SMALL,
                        Told.OTHER_CLASS,
                        Told.CLASS_MISSING,
                        Told.PLUGIN_MISSING,
                        Told.NO_CONSUMER,
                        Told.UNSCHEDULED,
                        Told.EXTERNAL,
                        Told.MISBOUND));
    }

    private void play(RecordFile file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file.path())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                play(JSON.readTree(line), file.semantics());
            }
        }
    }

    /** Up to the first step that Mooring plays otherwise. */
    private void play(JsonNode record, Semantics semantics) {
        Story story = new Story(RecordedControlPlane.of(record, semantics).controllers(), Snapshot.kindsOf(record));
        Map<String, List<JsonNode>> told = new HashMap<>();
        for (JsonNode step : record.get("steps")) {
            if (story.play(step).isPresent()) {
                return;
            }
            Map<String, List<JsonNode>> fresh = new HashMap<>();
            step.path("events").forEach(event -> {
                if (event.get("kind").asText().equals(PersistentVolumeClaim.KIND.name())) {
                    String claim = event.get("namespace").asText() + "/"
                            + event.get("name").asText();
                    fresh.computeIfAbsent(claim, ignored -> new ArrayList<>()).add(event);
                    told.computeIfAbsent(claim, ignored -> new ArrayList<>()).add(event);
                }
            });
            Map<Ref<?>, Explanation> notFine = Explainer.notFine(story.cluster()).stream()
                    .collect(Collectors.toMap(Explanation::about, explanation -> explanation));
            notFine.values().forEach(ExplainedStoriesTest::assertReads);
            story.cluster().list(PersistentVolumeClaim.KIND).forEach(claim -> {
                String name = story.hide(claim.ref().qualifiedName());
                Optional<Explanation> explanation = Optional.ofNullable(notFine.get(claim.ref()));
                if (!claim.isBound()) {
                    unbound++;
                    assertThat(explanation).as(claim.toString()).isPresent();
                }
                explanation.ifPresent(found -> compare(
                        story, claim, found, fresh.getOrDefault(name, List.of()), told.getOrDefault(name, List.of())));
            });
        }
    }

    private void compare(
            Story story,
            PersistentVolumeClaim claim,
            Explanation explanation,
            List<JsonNode> fresh,
            List<JsonNode> told) {
        assertThat(explanation.outlook()).isNotEqualTo(Outlook.FINE);
        assertThat(explanation.facts()).as(explanation.text()).isNotEmpty();
        Set<FactCode> said =
                explanation.facts().stream().map(fact -> fact.code()).collect(Collectors.toSet());
        for (Quote quote : explanation.quotes()) {
            if (story.isSilentAbout(claim)) {
                return;
            }
            quoted++;
            assertThat(told)
                    .as(explanation.text())
                    .anyMatch(event -> event.get("reason").asText().equals(quote.reason())
                            && event.get("message").asText().equals(story.hide(quote.message())));
        }
        boolean isJudgedOtherwise = claim.metadata().isBeingDeleted() || explanation.outlook() == Outlook.IMPOSSIBLE;
        if (fresh.isEmpty() || isJudgedOtherwise || claim.isBound()) {
            return;
        }
        Told.of(fresh.get(fresh.size() - 1)).ifPresent(last -> {
            seen.merge(last, 1, Integer::sum);
            assertThat(said)
                    .as(fresh.get(fresh.size() - 1) + "\n" + explanation.text())
                    .containsAnyElementsOf(last.codes);
        });
    }

    private static void assertReads(Explanation explanation) {
        String text = explanation.text();
        assertThat(text).endsWith("\n").doesNotContain("null", "\n\n", "Optional[");
    }
}
