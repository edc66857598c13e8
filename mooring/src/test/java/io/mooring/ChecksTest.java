package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mooring.binding.check.Check;
import io.mooring.binding.check.CheckResult;
import io.mooring.binding.check.Checks;
import io.mooring.binding.check.Unjudged;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.world.Cluster;
import io.mooring.tree.FieldPath;
import io.mooring.yaml.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each check has a bad and a good example, {@code CODE.bad.yaml} and {@code CODE.good.yaml}. The bad one shows that check alone, but
 * for those that its first line lists after "also"; the good one shows it not at all. With {@code -Dupdate=true} the list of
 * all checks in the docs is written anew.
 */
class ChecksTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/checks");
    private static final Path LIST = Path.of("../docs/checks.md");
    private static final String ALSO = "; also ";

    @ParameterizedTest(name = "{0}")
    @EnumSource(Check.class)
    void isShownByItsBadExampleAndNotByItsGoodOne(Check check) throws IOException {
        String bad = example(check, "bad");
        TreeSet<String> expected = new TreeSet<>(also(bad));
        expected.add(check.code());
        assertThat(codes(read(bad))).isEqualTo(expected);
        Mooring good = read(example(check, "good"));
        assertThat(codes(good)).doesNotContain(check.code());
        assertThat(good.refusals()).isEmpty();
    }

    private static List<String> also(String example) {
        String first = example.lines().findFirst().orElseThrow();
        int start = first.indexOf(ALSO);
        return start < 0
                ? List.of()
                : List.of(first.substring(start + ALSO.length()).split(", "));
    }

    private static Set<String> codes(Mooring mooring) {
        return mooring.checks().stream()
                .map(objection -> objection.result().check().code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Mooring read(String manifests) {
        Mooring read = Mooring.read(manifests);
        assertThat(read.refusals()).isEmpty();
        return read;
    }

    private static String example(Check check, String kind) throws IOException {
        return Files.readString(EXAMPLES.resolve(check.code() + "." + kind + ".yaml"));
    }

    @Test
    void everyExampleIsOfACheck() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\.(bad|good)\\.yaml$", ""))
                            .distinct()
                            .sorted())
                    .isEqualTo(Arrays.stream(Check.values())
                            .map(Check::code)
                            .sorted()
                            .toList());
        }
    }

    static Stream<Arguments> edits() throws IOException {
        Stream.Builder<Arguments> edits = Stream.builder();
        for (Check check : Check.values()) {
            Cluster cluster = read(example(check, "bad")).cluster();
            Checks.of(cluster).stream()
                    .filter(result -> result.check() == check)
                    .forEach(result -> result.edit().ifPresent(edit -> edits.add(arguments(result, edit, cluster))));
        }
        return edits.build();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditIsTakenAndItsResultIsGone(CheckResult result, Edit edit, Cluster cluster) {
        Cluster after = edit.on(cluster).orThrow();
        assertThat(Checks.of(after).stream()
                        .filter(other -> other.check() == result.check()
                                && other.object().equals(result.object())))
                .isEmpty();
    }

    @Test
    void someResultsHaveEdits() throws IOException {
        assertThat(edits()).hasSizeGreaterThanOrEqualTo(9);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Check.class)
    void aResultHasEvidenceAndPointsAtAFieldThatIsThereOrMayBe(Check check) throws IOException {
        Mooring bad = read(example(check, "bad"));
        assertThat(bad.checks()).allSatisfy(objection -> {
            CheckResult result = objection.result();
            assertThat(result.evidence()).as(result.check().code()).isNotEmpty();
            assertThat(result.text()).doesNotEndWith(".").doesNotContain("  ").isNotBlank();
            assertThat(result.advice()).doesNotEndWith(".").isNotBlank();
            assertThat(objection.location().orElseThrow().position()).isPresent();
            assertThat(bad.cluster().get(result.object())).isPresent();
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Check.class)
    void givesTheSameAnswerTwice(Check check) throws IOException {
        String bad = example(check, "bad");
        assertThat(read(bad).checks().stream().map(Objection::text))
                .isEqualTo(read(bad).checks().stream().map(Objection::text).toList());
    }

    @Test
    void tellsWhereItStands() {
        Mooring read = Mooring.loader().read(List.of(Source.yaml("claims.yaml", """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: data
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: fast
                  resources:
                    requests:
                      storage: 1Gi
                """)));
        assertThat(read.checks().stream().map(Objection::text)).containsExactly("""
                claims.yaml:7:21: document 1, PersistentVolumeClaim data:
                error: PersistentVolumeClaim default/data asks for class fast, which does not exist, and no volume is of that class [claim.class.missing]
                  at spec.storageClassName
                  Nobody makes volumes for a class that does not exist, and a claim's class cannot be changed.
                  To do: name a class that there is, create the class, or make a volume with this class's name.
                """);
    }

    @Test
    void aNodeThatStandsInDoesNotCountAsTheOnlyOne() {
        String volume = """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: pv-a}
                spec:
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  hostPath: {path: /data}
                """;
        String node = """
                ---
                apiVersion: v1
                kind: Node
                metadata: {name: n1}
                """;
        assertThat(codes(read(volume))).containsExactly("volume.host-path");
        assertThat(codes(read(volume + node))).isEmpty();
    }

    /** The article's worked example, and a reader's volume; both as they were corrected. */
    @Test
    void ofTheArticlesManifestsItSaysWhatItShould() {
        String experiment = """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: pv-test}
                spec:
                  storageClassName: manual
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  persistentVolumeReclaimPolicy: Recycle
                  hostPath: {path: /data/pv-test}
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: web}
                spec:
                  serviceName: nginx
                  replicas: 2
                  selector: {matchLabels: {app: nginx}}
                  template:
                    metadata: {labels: {app: nginx}}
                    spec:
                      containers:
                      - name: nginx
                        image: nginx:1.9.1
                        volumeMounts:
                        - {name: www, mountPath: /usr/share/nginx/html}
                  volumeClaimTemplates:
                  - metadata: {name: www}
                    spec:
                      storageClassName: manual
                      accessModes: [ReadWriteOnce]
                      resources: {requests: {storage: 1Gi}}
                """;
        String ceph = """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: pv-volume}
                spec:
                  capacity: {storage: 10Gi}
                  accessModes: [ReadWriteOnce]
                  rbd:
                    monitors: ["10.16.154.78:6789"]
                    pool: kube
                    image: foo
                    fsType: ext4
                    user: admin
                    keyring: /etc/ceph/keyring
                """;
        assertThat(codes(read(experiment)))
                .containsExactly("template.too-few-volumes", "volume.host-path", "volume.recycle");
        assertThat(codes(read(ceph))).containsExactly("volume.source.gone");
    }

    @Test
    void ofWhatIsNotInTheDumpNothingIsSaidButThat() {
        Mooring opened = Mooring.open("""
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: PersistentVolumeClaim
                  metadata: {name: data, namespace: default, uid: u1}
                  spec:
                    accessModes: [ReadWriteOnce]
                    storageClassName: fast
                    resources: {requests: {storage: 10}}
                  status: {phase: Pending}
                """);
        assertThat(codes(opened)).containsExactly("size.tiny");
        assertThat(opened.checks().get(0).location()).isEmpty();
        assertThat(opened.unjudged().stream().map(Unjudged::text))
                .anySatisfy(text -> assertThat(text)
                        .startsWith(
                                "StorageClasses were not in the dump; without them nothing, or not all, is said of: ")
                        .contains("claim.class.missing"));
        assertThat(read("").unjudged()).isEmpty();
    }

    @Test
    void theListInTheDocsIsMadeFromTheRows() throws IOException {
        String list = list();
        if (Boolean.getBoolean("update")) {
            Files.writeString(LIST, list);
        }
        assertThat(Files.readString(LIST)).isEqualTo(list);
    }

    private static String list() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Checks

                What `Mooring.checks()` and `mooring check` look for, before anything is applied or in a cluster that runs. An **error** will
                not work, a **warning** loses data or surprises, an **info** is good to know. Codes are stable. This page is made from the
                rows and their examples (`ChecksTest`, `-Dupdate=true`).

                | code | | what |
                |---|---|---|
                """);
        for (Check check : Check.values()) {
            text.append("| [%s](#%s) | %s | %s |%n"
                    .formatted(
                            check.code(),
                            check.code().replace(".", ""),
                            check.severity().word(),
                            check.what()));
        }
        for (Check check : Check.values()) {
            text.append(section(check));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String section(Check check) throws IOException {
        String bad = example(check, "bad");
        String said = read(bad).checks().stream()
                .map(Objection::result)
                .filter(result -> result.check() == check)
                .map(ChecksTest::said)
                .collect(Collectors.joining());
        return """

                ## %s

                %s: %s %s To do: %s.

                ```yaml
                %s```

                ```
                %s```

                In order:

                ```yaml
                %s```
                """.formatted(
                        check.code(),
                        check.severity().word(),
                        check.what(),
                        check.why(),
                        check.fix(),
                        withoutHead(bad),
                        said,
                        withoutHead(example(check, "good")));
    }

    private static String said(CheckResult result) {
        return result.object().kind().name() + " " + result.object().qualifiedName() + " " + result.text() + "\n"
                + (result.field().equals(FieldPath.ROOT) ? "" : "  at " + result.field() + "\n");
    }

    private static String withoutHead(String example) {
        return example.substring(example.indexOf('\n') + 1);
    }
}
