package io.mooring.testkit.record;

import io.mooring.release.Release;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Stories that a real Kubernetes control plane has told: API calls, and after each what the API server answered and how everything
 * stood once it was quiet. Fixtures for whoever builds something that has to do the same.
 *
 * <pre>{@code
 * RecordedStories.all().forEach(story -> story.steps().forEach(step -> ...));
 * RecordedStory story = RecordedStories.named("article-one-volume-two-replicas");
 * }</pre>
 *
 * <p>Recorded from Kubernetes v1.37.2, and from v1.34 to v1.36 as it emulates them.
 */
public final class RecordedStories {
    private static final List<String> FILES = List.of(
            "scenarios", "workloads", "attach", "reported", "v1.36/scenarios", "v1.35/scenarios", "v1.34/scenarios");

    private RecordedStories() {}

    /** All of them, those of the newest release first. */
    public static Stream<RecordedStory> all() {
        return FILES.stream().flatMap(file -> in(file).stream());
    }

    /** Those that this release told, whichever patch of it. */
    public static Stream<RecordedStory> of(Release release) {
        return all().filter(story -> story.release().minor() == release.minor());
    }

    /**
     * The one of this name, as the newest release told it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RecordedStory named(String name) {
        return all().filter(story -> story.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no story is called \"" + name + "\""));
    }

    private static List<RecordedStory> in(String file) {
        try (InputStream resource = RecordedStories.class.getResourceAsStream(file + ".jsonl.gz")) {
            if (resource == null) {
                throw new IllegalStateException("the resource " + file + " is not in the jar");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8));
            return lines.lines().map(RecordedStories::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON is read where a manifest may have any content: in an object of no known kind. */
    private static RecordedStory read(String line) {
        JsonObject story =
                (JsonObject) Manifests.readJson("{\"apiVersion\":\"example.com/v1\",\"kind\":\"Story\",\"metadata\":"
                                + "{\"name\":\"story\"},\"story\":" + line + "}")
                        .orThrow()
                        .get(0)
                        .tree()
                        .get("story")
                        .orElseThrow();
        return new RecordedStory(
                text(story, "name"),
                text(story, "about"),
                release(text(story, "kubernetes")),
                story,
                items(story, "steps").map(RecordedStep::new).toList());
    }

    /** Of {@code v1.36, emulated by v1.37.2} the one that was emulated. */
    private static Release release(String kubernetes) {
        int comma = kubernetes.indexOf(',');
        return Release.parse(comma < 0 ? kubernetes : kubernetes.substring(0, comma));
    }

    static String text(JsonObject object, String field) {
        return find(object, field).orElseThrow(() -> new IllegalArgumentException("no " + field + " in " + object));
    }

    static Optional<String> find(JsonObject object, String field) {
        return object.get(field).map(value -> ((JsonString) value).value());
    }

    static Stream<JsonObject> items(JsonObject object, String field) {
        return object.get(field).stream()
                .flatMap(value -> ((JsonArray) value).items().stream())
                .map((JsonValue item) -> (JsonObject) item);
    }
}
