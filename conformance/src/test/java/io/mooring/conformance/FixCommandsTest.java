package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.Fixes;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Manifests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A person who types the commands of a fix gets what was tried. */
class FixCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RECORDS = Path.of("src", "test", "resources", "records");
    private static final int MANY = 100;
    private static final Pattern PATCH =
            Pattern.compile("kubectl patch (\\S+) (\\S+)(?: -n (\\S+))? --type merge -p '(.*)'");
    private static final Pattern DELETE = Pattern.compile("kubectl delete (\\S+) (\\S+)(?: -n (\\S+))?");
    private static final Pattern INPUT =
            Pattern.compile("kubectl (create|replace --force) -f - <<'EOF'\n(.*)\nEOF", Pattern.DOTALL);

    /** Claims that wait for a label, for a Released volume, for another size, and one that cannot go. */
    private static final String WORLD = """
            apiVersion: v1
            kind: Node
            metadata: {name: one, labels: {kubernetes.io/hostname: one}}
            status: {allocatable: {cpu: 4, memory: 8Gi, pods: 110}, capacity: {cpu: 4, memory: 8Gi, pods: 110}}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: a}
            spec:
              capacity: {storage: 1G}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              nfs: {server: nfs.example.com, path: /a}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: b}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: other
              nfs: {server: nfs.example.com, path: /b}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: c}
            spec:
              capacity: {storage: 5Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              claimRef: {namespace: default, name: used}
              nfs: {server: nfs.example.com, path: /c}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: used}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 5Gi}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: app}
            spec:
              containers: [{name: app, image: app}]
              volumes: [{name: data, persistentVolumeClaim: {claimName: used}}]
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            """;

    @Test
    void theCommandsDoWhatTheEditsDo() throws JsonProcessingException {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
        for (KubernetesObject object : Manifests.read(WORLD).objects()) {
            cluster = cluster.create(object).orThrow().settle();
        }
        cluster = cluster.delete(ref(cluster, "persistentvolumeclaims", "used", "default"))
                .orThrow()
                .settle();
        Set<String> kinds = new TreeSet<>();
        for (KubernetesObject object : cluster.all().toList()) {
            for (Fix fix : Fixes.of(cluster, object.ref()).fixes()) {
                assertTypes(cluster, fix, kinds);
            }
        }
        assertThat(kinds).containsExactly("Create", "Delete", "Patch", "Replace");
    }

    /** At the end of every recorded story: what is printed for a claim or a volume is typed, and nothing is left to do for it. */
    @Test
    void whatIsPrintedForRecordedStoriesHelps() throws IOException {
        Set<String> kinds = new TreeSet<>();
        int typed = 0;
        for (RecordFile file : RecordFile.in(RECORDS)) {
            if (file.name().equals("scenarios")) {
                typed += typedAtTheEnds(file, kinds);
            }
        }
        assertThat(typed).isGreaterThan(MANY);
        assertThat(kinds).containsExactly("Create", "Delete", "Patch", "Replace");
    }

    private static int typedAtTheEnds(RecordFile file, Set<String> kinds) throws IOException {
        int typed = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file.path())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Cluster end = end(JSON.readTree(line), file);
                for (Explanation each : Explainer.notFine(end)) {
                    boolean isStorage = each.about().kind().equals(PersistentVolumeClaim.KIND)
                            || each.about().kind().equals(PersistentVolume.KIND);
                    for (Fix fix : isStorage ? Fixes.of(end, each.about()).fixes() : List.<Fix>of()) {
                        Cluster after = assertTypes(end, fix, kinds);
                        boolean isGone = after.get(each.about()).isEmpty();
                        assertThat(isGone || Fixes.of(after, each.about()) instanceof FixResult.NotNeeded)
                                .as(fix.kubectl())
                                .isTrue();
                        typed++;
                    }
                }
            }
        }
        return typed;
    }

    /** As far as Mooring plays the story as it was recorded. */
    private static Cluster end(JsonNode record, RecordFile file) {
        Story story =
                new Story(RecordedControlPlane.of(record, file.semantics()).controllers(), Snapshot.kindsOf(record));
        for (JsonNode step : record.get("steps")) {
            if (story.play(step).isPresent()) {
                return story.cluster();
            }
        }
        return story.cluster();
    }

    private static Cluster assertTypes(Cluster cluster, Fix fix, Set<String> kinds) throws JsonProcessingException {
        Cluster tried = cluster;
        Cluster typed = cluster;
        for (Edit edit : fix.edits()) {
            tried = edit.on(tried).orThrow().settle();
            typed = typed(typed, edit.kubectl()).settle();
            kinds.add(edit.getClass().getSimpleName());
        }
        assertThat(typed.text()).isEqualTo(tried.text());
        return typed;
    }

    private static Cluster typed(Cluster cluster, String command) throws JsonProcessingException {
        Matcher patch = PATCH.matcher(command);
        if (patch.matches()) {
            JsonObject change = tree(patch.group(4).replace("'\\''", "'"));
            return cluster.patch(ref(cluster, patch.group(1), patch.group(2), patch.group(3)), change)
                    .orThrow();
        }
        Matcher delete = DELETE.matcher(command);
        if (delete.matches()) {
            return cluster.delete(ref(cluster, delete.group(1), delete.group(2), delete.group(3)))
                    .orThrow();
        }
        Matcher input = INPUT.matcher(command);
        assertThat(input.matches()).as(command).isTrue();
        JsonObject tree = tree(input.group(2));
        if (input.group(1).equals("create")) {
            return cluster.create(tree).orThrow();
        }
        KubernetesObject replaced = Manifests.readJson(input.group(2)).objects().get(0);
        Ref<?> old = ref(
                cluster,
                replaced.kind().qualifiedPlural(),
                replaced.metadata().name(),
                replaced.metadata().namespace());
        return cluster.delete(old).orThrow().settle().create(tree).orThrow();
    }

    private static JsonObject tree(String json) throws JsonProcessingException {
        return Trees.ofObject(JSON.readTree(json));
    }

    /** The one object that kubectl would find by these words. */
    private static Ref<?> ref(Cluster cluster, String plural, String name, String namespace) {
        List<? extends Ref<?>> found = cluster.all()
                .filter(object -> object.kind().qualifiedPlural().equals(plural)
                        && object.metadata().name().equals(name)
                        && (namespace == null || object.metadata().namespace().equals(namespace)))
                .map(KubernetesObject::ref)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
