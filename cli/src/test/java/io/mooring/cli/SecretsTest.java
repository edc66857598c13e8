package io.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.Input;
import io.mooring.Mooring;
import io.mooring.Refusal;
import io.mooring.Remark;
import io.mooring.binding.world.Cluster;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import io.mooring.yaml.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Nothing that Mooring says quotes a value of a Secret, however the Secret is written. */
class SecretsTest {
    private static final String MARK = "hunter2Xq7";

    /** Of what a Secret may be made, whole and with flaws; {@code MARK} stands in it for its value. */
    private static final List<String> KINDS = List.of(
            "kind: Secret",
            "kind: Secret",
            "kind: Secret",
            "kind: secret",
            "kind: [Secret]",
            "kind: ",
            "other: 1",
            "kind: SecretList",
            "kind: \"S\\u0065cret\"");

    private static final List<String> VERSIONS = List.of("apiVersion: v1", "apiVersion: v1", "apiVersion: v7", "x: y");

    private static final List<String> VALUES = List.of(
            "{password: MARK}",
            "{password: \"MARK\"}",
            "MARK",
            "[MARK, {a: MARK}]",
            "{password: {nested: MARK}}",
            "{password: !!int MARK}",
            "{password: !!timestamp MARK}",
            "{password: !MARK!x y}",
            "{password: !<MARK> y}",
            "{password: *MARK}",
            "{password: &MARK x, b: &MARK y}",
            "{password: %MARK}",
            "{password: @MARK}",
            "{password: `MARK}",
            "{password: MARK",
            "{password: [MARK}",
            "{password: \"MARK\\q\"}",
            "{password: \"MARK}",
            "{password: MARK, password: MARK}",
            "{<<: MARK}",
            "{<<: {password: MARK}, password: MARK}",
            "{password: 5MARK: 3}",
            "\n  password: MARK: MARK",
            "\n  password: |\n  MARK",
            "\n\tpassword: MARK",
            "\n  - MARK\n  password: MARK");

    private static final List<String> ANNOTATIONS = List.of(
            "",
            "{kubectl.kubernetes.io/last-applied-configuration: '{\"data\":{\"password\":\"MARK\"}}'}",
            "{kubectl.kubernetes.io/last-applied-configuration: [MARK]}",
            "{kubectl.kubernetes.io/last-applied-configuration: {data: MARK}}",
            "{kubectl.kubernetes.io/last-applied-configuration: 1, a b: MARK}",
            "MARK",
            "[MARK]",
            "5");

    private static final List<String> METADATA = List.of(
            "name: s",
            "name: s, uid: u-1",
            "name: Not_A_Name",
            "name: [s]",
            "name: s, creationTimestamp: yesterday",
            "name: s, labels: {a: 1}",
            "name: s, labels: {'a b': c}",
            "name: s, unknown: 1",
            "name: s, namespace: absent",
            "generateName: s-");

    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            """;

    @Provide
    Arbitrary<String> secrets() {
        Arbitrary<String> object = Combinators.combine(
                        Arbitraries.of(VERSIONS),
                        Arbitraries.of(KINDS),
                        Arbitraries.of(METADATA),
                        Arbitraries.of(ANNOTATIONS),
                        Arbitraries.of("data", "stringData", "data"),
                        Arbitraries.of(VALUES))
                .as((version, kind, metadata, annotations, field, value) -> version + "\n" + kind + "\nmetadata: {"
                        + metadata + (annotations.isEmpty() ? "" : ", annotations: " + annotations) + "}\n" + field
                        + ": " + value + "\n");
        return Combinators.combine(object, Arbitraries.of(Form.values()))
                .as((text, form) -> form.of(text).replace("MARK", MARK));
    }

    private enum Form {
        ALONE {
            @Override
            String of(String secret) {
                return secret;
            }
        },
        BESIDE_A_CLAIM {
            @Override
            String of(String secret) {
                return CLAIM + "---\n" + secret;
            }
        },
        IN_A_LIST {
            @Override
            String of(String secret) {
                return "apiVersion: v1\nkind: List\nitems:\n- " + secret.lines().collect(Collectors.joining("\n  "))
                        + "\n";
            }
        },
        IN_A_LIST_OF_SECRETS {
            @Override
            String of(String secret) {
                return "apiVersion: v1\nkind: SecretList\nitems:\n- MARK\n- "
                        + secret.lines().collect(Collectors.joining("\n  ")) + "\n";
            }
        },
        AS_JSON {
            @Override
            String of(String secret) {
                Reading reading = Manifests.read(secret);
                return reading.all().isEmpty()
                        ? "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"data\": {\"a\": MARK}}"
                        : Manifests.writeTreeJson(reading.all().get(0).tree());
            }
        };

        abstract String of(String secret);
    }

    @Property(tries = 150)
    void noAnswerQuotesASecret(@ForAll("secrets") String text) {
        List<String> said = new ArrayList<>();
        Mooring loaded = Mooring.read(text);
        Mooring opened = Mooring.open(text);
        Reading json = Manifests.readJson(text);
        said.add(json.toString() + json.problemText());
        Input input = Mooring.intake()
                .withInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .read(List.of(Path.of("-")));
        said.add(input.toString());
        for (Mooring read : List.of(loaded, opened, loaded.settle(), opened.settle())) {
            read.refusals().stream().map(Refusal::text).forEach(said::add);
            said.add(read.refusals().toString());
            read.remarks().stream().map(Remark::text).forEach(said::add);
            said.add(read.remarks().toString() + read.assumptions() + read.carriedAlong() + read.checks());
            Cluster cluster = read.cluster();
            said.add(cluster.text()
                    + cluster
                    + cluster.fingerprint()
                    + cluster.dump().objects());
            cluster.all()
                    .forEach(object ->
                            said.add(object.toString() + read.why(object.ref()).text()));
            said.add(cluster.changesSince(Cluster.empty(cluster.controllers())).toString());
            said.add(read.notFine().toString() + read.tables());
        }
        Reading reading = Manifests.reader().read(Source.yaml("s.yaml", text));
        said.add(reading.toString() + reading.problemText());
        reading.all().forEach(manifest -> {
            said.add(manifest.toString() + manifest.object());
            said.add(Cluster.empty(loaded.cluster().controllers())
                    .create(manifest.tree())
                    .answer()
                    .toString());
            said.add(Cluster.empty(loaded.cluster().controllers())
                    .create(manifest.tree().without("kind"))
                    .answer()
                    .toString());
        });
        assertThat(said).filteredOn(each -> each.contains(MARK)).isEmpty();
        Statistics.label("objects")
                .collect(reading.all().size(), reading.problems().isEmpty());
    }

    @Property(tries = 12)
    void noCommandQuotesASecret(@ForAll("secrets") String text) {
        Stream.of(
                        List.<String>of(),
                        List.of("why"),
                        List.of("why", "secret/s"),
                        List.of("why", "-o", "json"),
                        List.of("why", "--load"),
                        List.of("why", "--open"),
                        List.of("get"),
                        List.of("get", "-o", "yaml"),
                        List.of("get", "secrets", "-o", "wide"),
                        List.of("fix"),
                        List.of("check", "--fail-on", "info"),
                        List.of("check", "-o", "yaml"),
                        List.of("plan"),
                        List.of("diff", "--what-if", "delete secret/s"),
                        List.of("explore", "--limit", "50"),
                        List.of("draw"))
                .forEach(command ->
                        assertThat(run(text, command)).as("%s", command).doesNotContain(MARK));
    }

    @Test
    void whoAsksForTheSecretItselfGetsIt() {
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: " + MARK + "}\n";
        assertThat(run(secret, List.of("get", "secret/s", "-o", "yaml"))).contains("password: " + MARK);
        assertThat(Mooring.read(secret).write()).contains(MARK);
    }

    private static String run(String input, List<String> command) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        Surroundings around = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                Output.to(both),
                Output.to(both),
                Set.of(),
                Map.of(),
                counted -> count -> {});
        Main.run(around, command.toArray(String[]::new));
        return both.toString(StandardCharsets.UTF_8);
    }
}
