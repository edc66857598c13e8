package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Kinds;
import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the records do not ask: whether an object may exist or may change so, a case each, and beside it the answer in the API server's
 * words. {@code cases/NAME.yaml} has what is sent, as changes of an object of {@code bases} ({@code in}) or of the stored one ({@code
 * change}); what servers and controllers wrote into the stored one since is in {@code stored}, and {@code by} says how it is sent, if not
 * by a replace. {@code cases/NAME.txt} has the answers, which {@code -Dupdate=true} writes: each line of them is held against Kubernetes'
 * source before it is kept, which {@code conformance/upstream} asks.
 */
class AdmissionCasesTest {
    private static final Path CASES = Path.of("..", "conformance", "src", "test", "resources", "cases");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String NAME = "# ";
    private static final Map<Path, JsonNode> READ = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> answersAsTheApiServer() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                tests.addAll(cases(file));
            }
        }
        return tests.stream();
    }

    private static List<DynamicTest> cases(Path file) throws IOException {
        JsonNode content = read(file);
        Path answers = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
        List<Case> cases = new ArrayList<>();
        content.get("cases").forEach(each -> cases.add(new Case(content.get("bases"), each)));
        if (Boolean.getBoolean("update")) {
            Files.writeString(
                    answers, String.join("\n", cases.stream().map(Case::told).toList()));
        }
        List<String> expected = List.of(Files.readString(answers).split("(?m)^(?=" + NAME + ")"));
        assertThat(cases.stream().map(Case::name).distinct())
                .hasSameSizeAs(cases)
                .hasSameSizeAs(expected);
        return Stream.iterate(0, i -> i + 1)
                .limit(cases.size())
                .map(i -> dynamicTest(
                        cases.get(i).name(),
                        () -> assertThat(cases.get(i).told().strip())
                                .isEqualTo(expected.get(i).strip())))
                .toList();
    }

    /** Read once: tests of what no test notices ask for single cases, one at a time. */
    private static JsonNode read(Path file) throws IOException {
        JsonNode known = READ.get(file);
        JsonNode content = known == null ? YAML.readTree(Files.readString(file)) : known;
        READ.put(file, content);
        return content;
    }

    /** What is sent, and under which name. */
    private record Case(JsonNode bases, JsonNode node) {
        String name() {
            return node.get("name").asText();
        }

        /** The answer, below the name. */
        String told() {
            return NAME + name() + "\n" + verdict().accept(Verdict.Cases.of(this::told, Case::told)) + "\n";
        }

        private Verdict verdict() {
            AdmissionWorld world = Verdicts.world(semantics());
            JsonNode sent = node.has("change")
                    ? merged((ObjectNode) tree(stored()), node.get("change"))
                    : changed(node.path("in"));
            return node.has("old")
                    ? sentTo(stored(), Trees.ofObject(sent), world)
                    : Admission.createIn("default", Trees.ofObject(sent), world);
        }

        private Verdict sentTo(KubernetesObject stored, JsonObject sent, AdmissionWorld world) {
            return switch (node.path("by").asText("replace")) {
                case "replace" ->
                    Admission.unserved(sent, stored.metadata().name())
                            .map(Verdict.class::cast)
                            .orElseGet(() -> Admission.update(stored, sent, world));
                case "patch" ->
                    Admission.otherIdentity(stored, sent)
                            .map(Verdict.class::cast)
                            .orElseGet(() -> Admission.update(stored, sent, world));
                case "status" -> Admission.updateStatus(stored, sent, world);
                default -> throw new IllegalArgumentException("by: " + node.get("by"));
            };
        }

        private Semantics semantics() {
            Semantics semantics = node.has("release")
                    ? Semantics.of(Release.parse(node.get("release").asText()))
                    : Semantics.DEFAULT;
            Semantics without =
                    node.has("without") ? semantics.withGate(node.get("without").asText(), false) : semantics;
            return node.has("with") ? without.withGate(node.get("with").asText(), true) : without;
        }

        /** As it is stored: with defaults, and with the status that it is given. */
        private KubernetesObject stored() {
            JsonNode old = changed(node.get("old"));
            JsonNode tree = tree(admitted(old));
            if (old.has("status")) {
                ((ObjectNode) tree).set("status", old.get("status").deepCopy());
            }
            merged((ObjectNode) tree, node.path("stored"));
            return Trees.read(
                    Kinds.of(
                            tree.get("apiVersion").textValue(), tree.get("kind").textValue()),
                    tree);
        }

        private static KubernetesObject admitted(JsonNode object) {
            Verdict verdict = Admission.createIn("default", Trees.ofObject(object), Verdicts.world(Semantics.DEFAULT));
            return ((Verdict.Admitted) verdict).object();
        }

        private JsonNode changed(JsonNode change) {
            JsonNode base = bases.get(node.get("base").asText()).deepCopy();
            return change.isObject() ? merged((ObjectNode) base, change) : base;
        }

        /** RFC 7396. */
        private static JsonNode merged(ObjectNode into, JsonNode change) {
            change.properties().forEach(field -> {
                JsonNode value = field.getValue();
                if (value.isNull()) {
                    into.remove(field.getKey());
                } else if (value.isObject() && into.get(field.getKey()) instanceof ObjectNode object) {
                    merged(object, value);
                } else {
                    into.set(field.getKey(), value.deepCopy());
                }
            });
            return into;
        }

        /** What is there otherwise than in the stored object, or in the base as it would be admitted. */
        private String told(Verdict.Admitted admitted) {
            KubernetesObject before = node.has("old")
                    ? stored()
                    : admitted(bases.get(node.get("base").asText()));
            StringBuilder told = new StringBuilder("admitted");
            JsonNode change = change(tree(before), tree(admitted.object()));
            if (!change.isEmpty()) {
                told.append(' ').append(change);
            }
            admitted.warnings().forEach(warning -> told.append("\nwarning: ").append(warning));
            return told.toString();
        }

        private static JsonNode tree(KubernetesObject object) {
            return Trees.toNode(Objects.write(object));
        }

        /** RFC 7396. */
        private static ObjectNode change(JsonNode from, JsonNode to) {
            ObjectNode change = JsonNodeFactory.instance.objectNode();
            from.fieldNames().forEachRemaining(name -> {
                if (!to.has(name)) {
                    change.putNull(name);
                }
            });
            to.properties().forEach(field -> {
                JsonNode before = from.path(field.getKey());
                if (before.isObject() && field.getValue().isObject()) {
                    ObjectNode inner = change(before, field.getValue());
                    if (!inner.isEmpty()) {
                        change.set(field.getKey(), inner);
                    }
                } else if (!before.equals(field.getValue())) {
                    change.set(field.getKey(), field.getValue());
                }
            });
            return change;
        }

        private static String told(Verdict.Refused refused) {
            StringBuilder told = new StringBuilder(refused.code() + " " + refused.reason());
            refused.causes().forEach(cause -> told.append('\n').append(cause));
            return refused.causes().isEmpty()
                    ? told.append('\n').append(refused.message()).toString()
                    : told.toString();
        }
    }
}
