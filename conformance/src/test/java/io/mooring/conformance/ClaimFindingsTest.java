package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.binding.control.binder.ClaimEventTexts;
import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.binding.finding.ClaimBindingFinding.BoundTo;
import io.mooring.binding.finding.ClaimBindingFinding.ChosenVolumeTaken;
import io.mooring.binding.finding.ClaimBindingFinding.ClassMissing;
import io.mooring.binding.finding.ClaimBindingFinding.ConsumersNotScheduled;
import io.mooring.binding.finding.ClaimBindingFinding.DefaultClassAppeared;
import io.mooring.binding.finding.ClaimBindingFinding.HostPathRefused;
import io.mooring.binding.finding.ClaimBindingFinding.Misbound;
import io.mooring.binding.finding.ClaimBindingFinding.NameLost;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeMissing;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeTaken;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeUnfit;
import io.mooring.binding.finding.ClaimBindingFinding.NoClass;
import io.mooring.binding.finding.ClaimBindingFinding.NoConsumer;
import io.mooring.binding.finding.ClaimBindingFinding.NotKnown;
import io.mooring.binding.finding.ClaimBindingFinding.PluginCannotProvision;
import io.mooring.binding.finding.ClaimBindingFinding.PluginMissing;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeFound;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeLost;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * What the binder finds of a claim is what Kubernetes told of it: in all recorded stories, after each step, of every claim.
 * The event of the finding was recorded of the claim, in this step or before; and no other was recorded in this step.
 */
class ClaimFindingsTest {
    private static final Path RECORDS = Path.of("src", "test", "resources", "records");
    private static final List<String> STORIES = List.of("scenarios", "reported");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How often the records must at least have something to say of a finding. */
    private static final Map<Class<?>, Integer> LEAST = Map.ofEntries(
            Map.entry(AwaitsProvisioner.class, 20),
            Map.entry(BoundTo.class, 200),
            Map.entry(ClassMissing.class, 200),
            Map.entry(ConsumersNotScheduled.class, 5),
            Map.entry(Misbound.class, 2),
            Map.entry(NamedVolumeMissing.class, 20),
            Map.entry(NamedVolumeTaken.class, 5),
            Map.entry(NamedVolumeUnfit.class, 20),
            Map.entry(NoClass.class, 100),
            Map.entry(NoConsumer.class, 50),
            Map.entry(PluginMissing.class, 2));

    /** What no story shows, and what passes before a step is over. */
    private static final Set<Class<?>> UNSEEN = Set.of(
            ChosenVolumeTaken.class,
            DefaultClassAppeared.class,
            HostPathRefused.class,
            NameLost.class,
            NotKnown.class,
            PluginCannotProvision.class,
            VolumeFound.class,
            VolumeLost.class);

    /** How often a finding was held against the records. */
    private final Map<Class<?>, Integer> seen = new HashMap<>();

    @Test
    void theFindingOfEveryClaimAgreesWithTheEventThatKubernetesTold() throws IOException {
        for (RecordFile file : RecordFile.in(RECORDS)) {
            if (STORIES.contains(file.name())) {
                play(file);
            }
        }
        LEAST.forEach((finding, least) -> assertThat(seen.getOrDefault(finding, 0))
                .as(finding.getSimpleName())
                .isGreaterThanOrEqualTo(least));
        assertThat(seen).doesNotContainKeys(UNSEEN.toArray(Class<?>[]::new));
    }

    @Test
    void everyFindingIsEitherSeenOrKnownNotToBe() {
        assertThat(Stream.concat(LEAST.keySet().stream(), UNSEEN.stream()))
                .containsExactlyInAnyOrder(ClaimBindingFinding.class.getPermittedSubclasses());
    }

    private void play(RecordFile file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file.path())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                play(JSON.readTree(line), file.semantics());
            }
        }
    }

    /** Up to the first step that Mooring plays otherwise; there are such where it does not model a rule. */
    private void play(JsonNode record, Semantics semantics) {
        Story story = new Story(RecordedControlPlane.of(record, semantics).controllers(), Snapshot.kindsOf(record));
        Map<String, Set<String>> told = new HashMap<>();
        for (JsonNode step : record.get("steps")) {
            if (story.play(step).isPresent()) {
                return;
            }
            Map<String, Set<String>> fresh = eventsOfClaims(step);
            fresh.forEach((claim, texts) ->
                    told.computeIfAbsent(claim, ignored -> new HashSet<>()).addAll(texts));
            story.cluster().list(PersistentVolumeClaim.KIND).forEach(claim -> {
                String name = story.hide(claim.ref().qualifiedName());
                compare(story, claim, told.getOrDefault(name, Set.of()), fresh.getOrDefault(name, Set.of()));
            });
        }
    }

    private void compare(Story story, PersistentVolumeClaim claim, Set<String> told, Set<String> fresh) {
        ClaimBindingFinding finding = ClaimFindings.of(story.cluster(), claim);
        Optional<EventText> report = ClaimEventTexts.of(finding);
        assertThat(report.map(EventText::reason)).isEqualTo(finding.accept(new ReasonsOfFindings()));
        seen.merge(finding.getClass(), 1, Integer::sum);
        if (report.isEmpty() || story.isSilentAbout(claim)) {
            return;
        }
        String text = story.hide(report.get().type() + " " + report.get().reason() + ": "
                + report.get().message());
        assertThat(told).as(finding.toString()).contains(text);
        if (!(finding instanceof AwaitsProvisioner)) {
            assertThat(fresh).as(finding.toString()).isSubsetOf(text, before(finding));
        }
    }

    /** What may have been told in the same step: a claim that a set makes waits for its first pod until that is there. */
    private static String before(ClaimBindingFinding finding) {
        return finding instanceof ConsumersNotScheduled
                ? "Normal WaitForFirstConsumer: waiting for first consumer to be created before binding"
                : "";
    }

    /** The new events of the step by the claim that they are about. The provisioner tells of its own attempts. */
    private static Map<String, Set<String>> eventsOfClaims(JsonNode step) {
        Map<String, Set<String>> events = new HashMap<>();
        StreamSupport.stream(step.path("events").spliterator(), false)
                .filter(event -> event.get("kind").asText().equals(PersistentVolumeClaim.KIND.name()))
                .forEach(event -> events.computeIfAbsent(
                                event.get("namespace").asText() + "/"
                                        + event.get("name").asText(),
                                ignored -> new HashSet<>())
                        .add(event.get("type").asText() + " "
                                + event.get("reason").asText() + ": "
                                + event.get("message").asText()));
        return events;
    }
}
