package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.control.ControlPlane;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.yaml.Manifests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MooringTest {
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            """;

    private static final String VOLUME = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv-a}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              nfs: {server: nfs.example.com, path: /}
            """;

    private static final String CLASS = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: manual}
            provisioner: csi.example.com
            """;

    @TempDir
    Path folder;

    @Test
    void settlesWhatAFolderSaysAndShowsIt() throws IOException {
        file("claim.yaml", CLAIM);
        Files.createDirectory(folder.resolve("volumes"));
        file("volumes/pv.yaml", VOLUME);
        file("notes.txt", "not a manifest");

        Mooring settled = Mooring.load(folder).settle();

        assertThat(settled.refusals()).isEmpty();
        assertThat(phase(settled)).isEqualTo(ClaimPhase.BOUND);
        assertThat(settled.volumes()).contains("pv-a", "default/data");
        assertThat(settled.tables()).contains("CLAIM", "NAMESPACE").doesNotContain("waits");
    }

    @Test
    void aBrokenDocumentAndABrokenFileHideNothing() throws IOException {
        file("a-broken.yaml", "kind: [");
        file("b.yaml", VOLUME + "---\nkind: {\n---\n" + CLAIM);

        Mooring settled = Mooring.load(folder, folder.resolve("absent.yaml")).settle();

        assertThat(phase(settled)).isEqualTo(ClaimPhase.BOUND);
        assertThat(settled.refusals()).hasSize(3).allMatch(Refusal.Unreadable.class::isInstance);
        assertThat(settled.refusals().get(0).text()).contains("a-broken.yaml:");
        assertThat(settled.refusals().get(1).text()).contains("b.yaml:").contains("document 2");
        assertThat(settled.refusals().get(2).text()).contains("absent.yaml", "there is no such file or folder");
    }

    @Test
    void tellsTheApisRefusalWithLineAndColumn() {
        Mooring refused = Mooring.read(CLAIM.replace("ReadWriteOnce", "Sometimes"));

        assertThat(refused.refusals()).singleElement().isInstanceOf(Refusal.Refused.class);
        assertThat(refused.refusals().get(0).text())
                .contains("PersistentVolumeClaim \"data\" is invalid: spec.accessModes")
                .contains("\n  5:");
        assertThat(refused.cluster().list(PersistentVolumeClaim.KIND)).isEmpty();
    }

    @Test
    void doesNotRefuseForWhatItCouldNotRead() {
        Mooring read = Mooring.read(CLAIM.replace("1Gi", "1GB"));

        assertThat(read.refusals()).singleElement().isInstanceOf(Refusal.Unreadable.class);
    }

    @Test
    void doesNotMissTheFieldThatWasProbablyMeant() {
        Mooring read = Mooring.read(CLAIM.replace("accessModes", "accesModes"));

        assertThat(read.refusals()).singleElement().isInstanceOf(Refusal.Unreadable.class);
    }

    @Test
    void tellsOfAFlawedObjectWhatElseTheApiRefuses() {
        Mooring read = Mooring.read(CLAIM.replace("1Gi", "1GB").replace("ReadWriteOnce", "Sometimes"));

        assertThat(read.refusals()).hasSize(2);
        assertThat(read.refusals().get(1).text())
                .contains("PersistentVolumeClaim \"data\" is invalid: spec.accessModes")
                .doesNotContain("storage");
    }

    @Test
    void aDashIsTheStandardInput() {
        Mooring settled = Mooring.loader()
                .withInput(new ByteArrayInputStream((VOLUME + "---\n" + CLAIM).getBytes(StandardCharsets.UTF_8)))
                .load(Path.of("-"))
                .settle();

        assertThat(phase(settled)).isEqualTo(ClaimPhase.BOUND);
    }

    @Test
    void saysWhyAClaimWaits() {
        Mooring settled = Mooring.read(CLAIM).settle();

        assertThat(settled.why("data").text()).startsWith("default/data waits until something changes: ");
        assertThat(settled.why("default/data").text())
                .isEqualTo(settled.why("data").text());
        assertThat(settled.waiting()).hasSize(1);
    }

    @Test
    void namesWhatMayBeMeantWhenAskedForAnother() {
        assertThatThrownBy(() -> Mooring.read(CLAIM).why("default/date"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is called \"default/date\"; perhaps meant: PersistentVolumeClaim default/data");
    }

    @Test
    void saysWhichAreMeantWhereSeveralAreCalledSo() {
        Mooring both = Mooring.read(CLAIM + "---\n" + VOLUME.replace("pv-a", "data"));

        assertThatThrownBy(() -> both.why("data"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("several are called \"data\"; perhaps meant: PersistentVolume data,"
                        + " PersistentVolumeClaim default/data");
        assertThat(both.why("pv/data").about()).hasToString("PersistentVolume data");
        assertThat(both.notFine()).isNotEmpty();
    }

    @Test
    void aNamespaceMayStandInAnyFile() throws IOException {
        file("a.yaml", CLAIM.replace("{name: data}", "{name: data, namespace: shop}"));
        file("b.yaml", CLAIM.replace("{name: data}", "{name: data, namespace: ship}"));
        file("z.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");

        Mooring read = Mooring.load(folder, folder.resolve("z.yaml"));

        assertThat(read.cluster().allIn("shop")).hasSize(1);
        assertThat(read.refusals()).hasSize(2);
        assertThat(read.refusals().get(0).text()).contains("namespaces \"shop\" already exists");
        assertThat(read.refusals().get(1).text())
                .contains(
                        "refused: namespaces \"ship\" not found",
                        "there is no namespace \"ship\"",
                        "create it too, or leave out every Namespace");
    }

    @Test
    void withoutNamespacesEveryNamespaceExists() {
        assertThat(Mooring.read(CLAIM.replace("{name: data}", "{name: data, namespace: shop}"))
                        .refusals())
                .isEmpty();
    }

    @Test
    void tellsWhichKindsPlayNoPartAndWhichOfThemSpeakOfClaims() {
        String others = """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                data: {existingClaim: not a claim}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: b}
                ---
                apiVersion: postgresql.example.com/v1
                kind: Cluster
                metadata: {name: db}
                spec: {storage: {pvcTemplate: {resources: {requests: {storage: 1Gi}}}}}
                ---
                apiVersion: postgresql.example.com/v1
                kind: Pooler
                metadata: {name: pool}
                spec: {resourceClaims: [], claimNames: {kind: X}}
                ---
                apiVersion: example.com/v1
                kind: Backup
                metadata: {name: nightly}
                spec: {steps: [{target: {existingClaim: data}}]}
                """;
        Mooring read = Mooring.read(CLAIM + others);

        assertThat(read.carriedAlong().text())
                .contains("carried along, without a part in what happens: Backup.example.com,"
                        + " Cluster.postgresql.example.com, ConfigMap (2), Pooler.postgresql.example.com; of them speak of"
                        + " claims, which nobody here makes or uses for them: Backup.example.com,"
                        + " Cluster.postgresql.example.com");
        assertThat(Mooring.read(CLAIM).carriedAlong().text()).isEmpty();
    }

    @Test
    void namesWhatSpeaksOfAClaimThatNoPodUses() {
        String lazy = CLASS + "volumeBindingMode: WaitForFirstConsumer\n";
        String backups = """
                apiVersion: example.com/v1
                kind: Backup
                metadata: {name: nightly}
                spec: {target: {persistentVolumeClaim: {claimName: data}}, note: data}
                ---
                apiVersion: example.com/v1
                kind: Backup
                metadata: {name: other}
                spec: {target: {persistentVolumeClaim: {claimName: date}}, note: data}
                """;
        Mooring settled =
                Mooring.read(CLAIM + "---\n" + lazy + "---\n" + backups).settle();

        assertThat(settled.why("data").text())
                .contains("\n  Backup default/nightly speaks of the claim, and makes no pod here\n");
    }

    @Test
    void anUnrenderedChartIsOneProblemAFile() throws IOException {
        file("a.yaml", "{{- if .Values.x }}\n" + CLAIM + "{{- end }}\n");
        file("b.yaml", CLAIM);

        Mooring read = Mooring.load(folder);

        assertThat(read.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("a.yaml:1:1", "helm template NAME CHART"));
        assertThat(read.cluster().claim("default", "data")).isPresent();
    }

    @Test
    void tellsWhatItTookForGranted() {
        Mooring settled = Mooring.read(CLAIM + "---\n" + CLASS).settle();

        assertThat(settled.assumptions())
                .containsExactly(
                        "provisioner csi.example.com is taken to run and to succeed",
                        "there is no node: node-1 with room for everything stands in");
        assertThat(phase(settled)).isEqualTo(ClaimPhase.BOUND);
    }

    @Test
    void theProvisionerOfAClassThatAVerbGaveIsTakenToRunToo() {
        Mooring waiting = Mooring.read(CLAIM).settle();
        Mooring with = waiting.in(waiting.cluster()
                .create(Manifests.read(CLASS).manifests().get(0).tree())
                .orThrow());

        assertThat(with.assumptions()).anyMatch(sentence -> sentence.contains("csi.example.com"));
        assertThat(with.settle().cluster().list(PersistentVolumeClaim.KIND))
                .allMatch(claim -> claim.isIn(ClaimPhase.BOUND));
    }

    @Test
    void takesTheProvisionerOfALaterClassToRunToo() {
        Mooring settled = Mooring.read(CLAIM).settle().create(CLASS).settle();

        assertThat(settled.assumptions())
                .containsExactly(
                        "there is no node: node-1 with room for everything stands in",
                        "provisioner csi.example.com is taken to run and to succeed");
        assertThat(phase(settled)).isEqualTo(ClaimPhase.BOUND);
    }

    @Test
    void takesNoProvisionerToRunUnderControllersOfTheCallers() {
        Mooring plain = Mooring.read(CLAIM).settle();
        Mooring settled = plain.in(plain.cluster().with(ControlPlane.DEFAULT.controllers()))
                .create(CLASS)
                .settle();

        assertThat(settled.assumptions()).hasSize(1);
        assertThat(phase(settled)).isEqualTo(ClaimPhase.PENDING);
    }

    @Test
    void takesNothingForGrantedUnderAControlPlaneOfTheCallers() {
        Mooring settled = Mooring.loader()
                .withControlPlane(ControlPlane.DEFAULT)
                .read(CLAIM)
                .settle();

        assertThat(settled.assumptions())
                .containsExactly("there is no node: node-1 with room for everything stands in");
    }

    @Test
    void theOldOneStaysGood() {
        Mooring before = Mooring.read(CLAIM).settle();
        Mooring after = before.in(before.cluster()
                        .delete(PersistentVolumeClaim.ref("default", "data"))
                        .orThrow())
                .advance(Duration.ofMinutes(1));

        assertThat(before.claims()).contains("data");
        assertThat(after.claims()).isEmpty();
    }

    private static ClaimPhase phase(Mooring mooring) {
        return mooring.cluster()
                .claim("default", "data")
                .orElseThrow()
                .status()
                .phase()
                .orElseThrow();
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void tellsTheFirstOfVeryManyCausesEachWithItsAdviceAndHowManyMore() {
        String labels = IntStream.range(0, 3000)
                .mapToObj(i -> "    a" + i + ": '-" + i + "'\n")
                .collect(Collectors.joining());
        String text = Mooring.read("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n  labels:\n" + labels)
                .refusals()
                .get(0)
                .text();
        assertThat(text.lines())
                .hasSize(2002)
                .last(InstanceOfAssertFactories.STRING)
                .isEqualTo("  and 2000 more");
    }

    @Test
    void theAttacherOfADriverIsTakenToRunWhereNodesHaveTheirVolumesAttached() {
        String volume = """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: v}
                spec:
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  csi: {driver: csi.example.com, volumeHandle: v}
                """;
        String node = """
                apiVersion: v1
                kind: Node
                metadata:
                  name: node-8
                  annotations: {volumes.kubernetes.io/controller-managed-attach-detach: "true"}
                """;
        assertThat(Mooring.read(volume + "---\n" + node).assumptions())
                .containsExactly("attacher of csi.example.com is taken to run and to succeed");
        assertThat(Mooring.read(volume).create(node).assumptions())
                .contains("attacher of csi.example.com is taken to run and to succeed");
    }

    @Test
    void readsObjectsOfOtherModelsAsMapsAndGivesThemBack() {
        Map<String, Object> volume = Map.of(
                "apiVersion",
                "v1",
                "kind",
                "PersistentVolume",
                "metadata",
                Map.of("name", "pv-1", "labels", Map.of("tier", "gold")),
                "spec",
                Map.of(
                        "capacity", Map.of("storage", "1Gi"),
                        "accessModes", List.of("ReadWriteOnce"),
                        "hostPath", Map.of("path", "/data")));
        Map<String, Object> wrong = Map.of("apiVersion", "v1", "kind", "Pod", "metadata", Map.of("nmae", "p"));
        Mooring read = Mooring.readObjects(List.of(volume, wrong)).settle();

        assertThat(read.refusals().get(0).text()).startsWith("object 2:");
        Map<String, Object> stored = read.object(PersistentVolume.ref("pv-1")).orElseThrow();
        assertThat(stored).containsEntry("kind", "PersistentVolume");
        assertThat(stored.get("status"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("phase", "Available");
        assertThat(read.objects()).contains(stored);
        assertThat(read.object(PersistentVolume.ref("none"))).isEmpty();
    }
}
