package io.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.Mooring;
import io.mooring.names.Visible;
import io.mooring.tree.JsonString;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import io.mooring.yaml.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whoever could write names and messages into a cluster writes nothing into the terminal of the person who looks at it. */
class HostileInputTest {
    private static final String DUMP = """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: PersistentVolume
              metadata: {name: NAME, uid: u-1, labels: {NAME: NAME}}
              spec:
                capacity: {storage: 1Gi}
                accessModes: [ReadWriteOnce]
                storageClassName: NAME
                persistentVolumeReclaimPolicy: Retain
                claimRef: {namespace: NAME, name: NAME, uid: u-0}
                hostPath: {path: NAME}
                unknown: {NAME: NAME}
              status: {phase: Released}
            - apiVersion: v1
              kind: PersistentVolumeClaim
              metadata: {name: NAME, namespace: NAME, uid: u-2}
              spec:
                accessModes: [ReadWriteOnce, NAME]
                storageClassName: NAME
                selector: {matchLabels: {NAME: NAME}}
                resources: {requests: {storage: 1Gi}}
              status: {phase: Pending}
            - apiVersion: v1
              kind: Pod
              metadata: {name: NAME, namespace: NAME, uid: u-3}
              spec:
                nodeSelector: {NAME: NAME}
                containers: [{name: NAME, image: NAME}]
                volumes: [{name: NAME, persistentVolumeClaim: {claimName: NAME}}]
            - apiVersion: apps/v1
              kind: StatefulSet
              metadata: {name: NAME, namespace: NAME, uid: u-4}
              spec:
                replicas: 2
                serviceName: NAME
                selector: {matchLabels: {app: NAME}}
                template:
                  metadata: {labels: {app: NAME}}
                  spec: {containers: [{name: NAME, image: NAME}]}
                volumeClaimTemplates:
                - metadata: {name: NAME}
                  spec: {accessModes: [ReadWriteOnce], storageClassName: NAME, resources: {requests: {storage: 1Gi}}}
            - apiVersion: v1
              kind: Node
              metadata: {name: NAME, uid: u-5, labels: {NAME: NAME}}
              status: {allocatable: {cpu: "4", memory: 8Gi, pods: "10"}}
            - apiVersion: v1
              kind: Event
              metadata: {name: NAME, namespace: NAME, uid: u-6}
              involvedObject: {kind: PersistentVolumeClaim, name: NAME, namespace: NAME, uid: u-2}
              type: Warning
              reason: NAME
              message: NAME
              lastTimestamp: "2026-01-02T03:04:05Z"
            - apiVersion: NAME/v1
              kind: NAME
              metadata: {name: NAME, uid: u-7, finalizers: [NAME]}
              spec: {claimName: NAME}
            """;

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> parts = Arbitraries.of(
                "\u001b[31m",
                "\u001b]0;owned\u0007",
                "\u009b2J",
                "\u202e",
                "\u2066",
                "\u061c",
                "\r",
                "\n",
                "\t",
                "\b",
                "\u007f",
                "\u2028",
                "\ufeff",
                "\u200b",
                "a",
                "web-0",
                "<script>",
                "&",
                "\"",
                "'",
                "--",
                "]]>",
                "#",
                "$(x)");
        return parts.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("", list));
    }

    @Property(tries = 40)
    void noCommandWritesWhatATerminalWouldActOn(@ForAll("hostile") String name) {
        String dump = DUMP.replace("NAME", new JsonString(name).toJson());
        Stream.of(
                        List.<String>of(),
                        List.of("why"),
                        List.of("why", "pvc", "pv", "po", "sts", "no"),
                        List.of("why", "-o", "json"),
                        List.of("why", "-o", "yaml"),
                        List.of("get", "-o", "wide"),
                        List.of("get", "-o", "yaml"),
                        List.of("get", "events", "pods"),
                        List.of("get", "-o", "json"),
                        List.of("fix"),
                        List.of("fix", "--print"),
                        List.of("fix", "--apply-to", "-"),
                        List.of("check", "--fail-on", "info"),
                        List.of("plan"),
                        List.of("plan", "--volumes", "reserved"),
                        List.of("diff", "--what-if", "delete pvc/" + name.replaceAll("\\s", "")),
                        List.of("explore", "--limit", "50"),
                        List.of("draw"),
                        List.of("draw", "--as", "svg"),
                        List.of("why", "--load"),
                        List.of("why", "x" + name),
                        List.of("why", "-n", "x" + name),
                        List.of("get", "--release", name),
                        List.of("why", "--assume", "fail=" + name))
                .forEach(command -> assertHarmless(command, run(dump, command)));
    }

    /** What the library gives, also to whoever prints it as it is; of objects themselves their own text. */
    @Property(tries = 40)
    void noTextOfTheLibraryHasWhatATerminalWouldActOn(@ForAll("hostile") String name) {
        String quoted = new JsonString(name).toJson();
        String flawed = DUMP.replace(
                        "accessModes: [ReadWriteOnce", "other: {NAME: NAME}, accessModes: [NAME, {NAME: NAME}")
                .replace("replicas: 2", "replicas: NAME")
                .replace("phase: Pending", "phase: [NAME]")
                .replace("spec: {claimName", "NAME: !!int NAME\n  NAME: *x\n  spec: {claimName");
        for (String text : List.of(DUMP, flawed)) {
            String written = text.replace("NAME", quoted);
            Reading reading = Manifests.reader().read(Source.yaml(name, written));
            reading.problems().forEach(problem -> {
                assertHarmless("text", problem.text());
                assertHarmless("toString", problem.toString());
            });
            assertHarmless("problemText", reading.problemText());
            for (Mooring read :
                    List.of(Mooring.read(written), Mooring.open(written).settle())) {
                read.refusals().forEach(refusal -> assertHarmless("refusal", refusal.text()));
                read.remarks().forEach(remark -> assertHarmless("remark", remark.text()));
                read.notFine().forEach(group -> assertHarmless("group", group.text()));
                read.cluster()
                        .all()
                        .forEach(object ->
                                assertHarmless("why", read.why(object.ref()).text()));
                assertHarmless("tables", read.tables());
            }
        }
    }

    private static void assertHarmless(String what, String written) {
        assertThat(written).as(what).isEqualTo(Visible.lines(written));
    }

    private static void assertHarmless(List<String> command, String written) {
        assertThat(written).as("%s", command).isEqualTo(Visible.lines(written));
    }

    @Test
    void aMarkInANameDoesNotReachAColouredTerminalEither() {
        String dump = DUMP.replace("NAME", "\"a\\e[31mb\\u202Ec\"");
        String written = run(dump, List.of("why", "--color", "always")).replaceAll("\u001b\\[[0-9;]*m(?!b)", "");
        assertThat(written).contains("a\\u001b[31mb\\u202ec").isEqualTo(Visible.lines(written));
    }

    @Test
    void aPictureShowsHostileNamesAsText() {
        String dump = DUMP.replace("NAME", "\"<a href='x'>&\\u0001\\u202E]]>\\\"\"");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(around(dump, out, new ByteArrayOutputStream()), "draw", "--as", "svg", "--given", "all");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("&lt;a href=&#39;x&#39;&gt;&amp;\\u0001\\u202e]]&gt;&quot;")
                .doesNotContain("<a", "<script");
    }

    private static String run(String dump, List<String> command) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        Main.run(around(dump, both, both), command.toArray(String[]::new));
        return both.toString(StandardCharsets.UTF_8);
    }

    private static Surroundings around(String dump, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(
                new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)),
                Output.to(out),
                Output.to(err),
                Set.of(),
                Map.of(),
                counted -> count -> {});
    }
}
