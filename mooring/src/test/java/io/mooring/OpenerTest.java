package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Event;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that somebody has is opened from what kubectl printed of it. */
class OpenerTest {
    /** As {@code kubectl get pv,pvc,sc,events -A -o yaml} prints it: a bound claim, one that waits, and an event. */
    private static final String DUMP = """
            apiVersion: v1
            items:
            - apiVersion: v1
              kind: PersistentVolume
              metadata:
                annotations:
                  pv.kubernetes.io/provisioned-by: csi.example.com
                creationTimestamp: "2026-03-01T10:00:00Z"
                finalizers:
                - kubernetes.io/pv-protection
                name: pvc-1
                resourceVersion: "4711"
                uid: 6d3f6ad2-0001-4a6f-8f39-3d0a0c7e1111
              spec:
                accessModes:
                - ReadWriteOnce
                capacity:
                  storage: 1Gi
                claimRef:
                  apiVersion: v1
                  kind: PersistentVolumeClaim
                  name: data-0
                  namespace: shop
                  resourceVersion: "4700"
                  uid: 6d3f6ad2-0002-4a6f-8f39-3d0a0c7e2222
                csi:
                  driver: csi.example.com
                  fromTheFuture:
                    key: value
                  volumeHandle: h1
                persistentVolumeReclaimPolicy: Delete
                storageClassName: fast
                volumeMode: Filesystem
              status:
                lastPhaseTransitionTime: "2026-03-01T10:00:00Z"
                phase: Bound
            - apiVersion: v1
              kind: PersistentVolumeClaim
              metadata:
                annotations:
                  pv.kubernetes.io/bind-completed: "yes"
                  pv.kubernetes.io/bound-by-controller: "yes"
                creationTimestamp: "2026-03-01T09:59:00Z"
                finalizers:
                - kubernetes.io/pvc-protection
                name: data-0
                namespace: shop
                resourceVersion: "4712"
                uid: 6d3f6ad2-0002-4a6f-8f39-3d0a0c7e2222
              spec:
                accessModes:
                - ReadWriteOnce
                newInSpec: true
                resources:
                  requests:
                    storage: 1Gi
                storageClassName: fast
                volumeMode: Filesystem
                volumeName: pvc-1
              status:
                accessModes:
                - ReadWriteOnce
                capacity:
                  storage: 1Gi
                phase: Bound
            - apiVersion: v1
              kind: PersistentVolumeClaim
              metadata:
                annotations:
                  volume.kubernetes.io/storage-provisioner: csi.example.com
                creationTimestamp: "2026-03-01T11:00:00Z"
                finalizers:
                - kubernetes.io/pvc-protection
                name: data-1
                namespace: shop
                resourceVersion: "4800"
                uid: 6d3f6ad2-0003-4a6f-8f39-3d0a0c7e3333
              spec:
                accessModes:
                - ReadWriteOnce
                newInSpec: true
                resources:
                  requests:
                    storage: 2Gi
                storageClassName: fast
                volumeMode: Filesystem
              status:
                phase: Pending
            - apiVersion: v1
              count: 7
              eventTime: null
              firstTimestamp: "2026-03-01T11:00:05Z"
              involvedObject:
                apiVersion: v1
                kind: PersistentVolumeClaim
                name: data-1
                namespace: shop
                resourceVersion: "4799"
                uid: 6d3f6ad2-0003-4a6f-8f39-3d0a0c7e3333
              kind: Event
              lastTimestamp: "2026-03-01T12:00:00Z"
              message: 'failed to provision volume with StorageClass "fast": quota exceeded'
              metadata:
                creationTimestamp: "2026-03-01T11:00:05Z"
                name: data-1.17f
                namespace: shop
                resourceVersion: "4801"
                uid: 6d3f6ad2-0004-4a6f-8f39-3d0a0c7e4444
              reason: ProvisioningFailed
              reportingComponent: csi.example.com_csi-0_1
              reportingInstance: ""
              source:
                component: csi.example.com_csi-0_1
              type: Warning
            - apiVersion: storage.k8s.io/v1
              kind: StorageClass
              metadata:
                creationTimestamp: "2026-01-01T00:00:00Z"
                name: fast
                resourceVersion: "11"
                uid: 6d3f6ad2-0005-4a6f-8f39-3d0a0c7e5555
              provisioner: csi.example.com
              reclaimPolicy: Delete
              volumeBindingMode: Immediate
            kind: List
            metadata:
              resourceVersion: ""
            """;

    @TempDir
    Path folder;

    private static PersistentVolumeClaim claim(Mooring opened, String name) {
        return opened.cluster().claim("shop", name).orElseThrow();
    }

    @Test
    void everythingStandsAsItWasStored() {
        Mooring opened = Mooring.open(DUMP);

        ObjectMeta metadata = claim(opened, "data-1").metadata();
        assertThat(opened.refusals()).isEmpty();
        assertThat(metadata.uid()).isEqualTo("6d3f6ad2-0003-4a6f-8f39-3d0a0c7e3333");
        assertThat(metadata.resourceVersion()).isEqualTo("4800");
        assertThat(claim(opened, "data-0").isBound()).isTrue();
        assertThat(opened.cluster().now()).isEqualTo("2026-03-01T12:00:00Z");
        Event event = opened.cluster().events().get(0);
        assertThat(event.count()).isEqualTo(7);
        assertThat(event.regarding()).isEqualTo(claim(opened, "data-1").ref());
    }

    @Test
    void whatIsWrittenAgainIsTheSame() {
        String written = Mooring.open(DUMP).write();

        assertThat(trees(written)).containsExactlyInAnyOrderElementsOf(trees(DUMP));
        assertThat(Mooring.open(written).write()).isEqualTo(written);
    }

    private static List<JsonObject> trees(String text) {
        return Manifests.read(text).all().stream().map(Manifest::tree).toList();
    }

    @Test
    void whatIsNotKnownIsMentionedOnceWithItsPlace() {
        assertThat(Mooring.open(DUMP).remarks().stream().map(Remark::text))
                .containsExactly(
                        "28:7: document 1, items[0], PersistentVolume pvc-1: unknown field"
                                + " \"spec.csi.fromTheFuture\" (kept as it is)",
                        "53:5: document 1, items[1], PersistentVolumeClaim data-0: unknown field"
                                + " \"spec.newInSpec\" (kept as it is; 2 times)");
    }

    @Test
    void itStandsStillUntilSomebodyAnswers() {
        Mooring opened = Mooring.open(DUMP).settle();

        assertThat(claim(opened, "data-1").isBound()).isFalse();
        assertThat(opened.assumptions()).containsExactly("provisioner csi.example.com is not assumed to answer");
        assertThat(opened.why("shop/data-1").text())
                .contains("waits until something changes: csi.example.com makes no volume for it.")
                .contains("Kubernetes says: ProvisioningFailed \"failed to provision volume with StorageClass"
                        + " \"fast\": quota exceeded\"");
    }

    @Test
    void provisionersSucceedOrFailAsTheCallerSays() {
        Mooring opened = Mooring.open(DUMP).settle();

        Mooring failing =
                opened.assuming("csi.example.com", Answers.fail("no space")).settle();
        assertThat(claim(failing, "data-1").isBound()).isFalse();
        assertThat(failing.cluster().events())
                .anySatisfy(event -> assertThat(event.message()).contains("no space"));
        assertThat(failing.assumptions())
                .containsExactly("provisioner csi.example.com is taken to run and to fail: no space");

        Mooring made = failing.assuming(Answers.succeed()).settle();
        assertThat(claim(made, "data-1").isBound()).isTrue();
        assertThat(made.assumptions()).containsExactly("provisioner csi.example.com is taken to run and to succeed");

        Mooring silent = made.assuming(Answers.nothing());
        assertThat(silent.assuming(Answers.nothing())).isSameAs(silent);
        assertThat(claim(silent.settle(), "data-1").isBound()).isTrue();
    }

    @Test
    void storageIsNotDeletedByAProvisionerThatIsNotAssumed() {
        Mooring opened = Mooring.open(
                DUMP.replace("annotations:\n      pv.kubernetes.io/provisioned-by", "annotations:\n      x"));
        Mooring whole = Mooring.opener().givenEverything().open(DUMP);
        PersistentVolumeClaim bound = claim(whole, "data-0");

        Mooring released =
                whole.in(whole.cluster().delete(bound.ref()).orThrow()).settle();

        assertThat(released.cluster().volume("pvc-1")).isPresent();
        assertThat(released.assuming(Answers.succeed()).settle().cluster().volume("pvc-1"))
                .isEmpty();
        assertThat(claim(opened, "data-0").isBound()).isTrue();
    }

    @Test
    void whoGivesTheControlPlaneOfManifestsAssumesNothing() {
        Mooring loaded = Mooring.loader()
                .withControlPlane(ControlPlane.DEFAULT)
                .read("apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: a}\nprovisioner: p/q\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> loaded.assuming(Answers.succeed()))
                .withMessageContaining("give it the provisioners");
    }

    @Test
    void aKindThatIsNotThereIsUnknownUnlessItWasAskedFor() {
        assertThat(Mooring.open(DUMP).cluster().isKnown(Pod.KIND)).isFalse();
        assertThat(Mooring.opener().given("po,no").open(DUMP).cluster().isKnown(Pod.KIND))
                .isTrue();
        assertThat(Mooring.opener().given("Pod").open(DUMP).cluster().isKnown(Pod.KIND))
                .isTrue();
        assertThat(Mooring.opener().givenByCommand().open(DUMP).cluster().isKnown(Pod.KIND))
                .isTrue();
        assertThat(Mooring.opener()
                        .given("storageclasses.storage.k8s.io")
                        .open("{}")
                        .cluster()
                        .isKnown(StorageClass.KIND))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mooring.opener().given("podz"))
                .withMessageContaining("no kind is known as podz; known are pv, pvc, sc");
    }

    @Test
    void whoStandsStillIsTold() {
        assertThat(Mooring.open(DUMP).unknowns())
                .contains("statefulset-controller stands still: not in the dump were statefulsets, pods,"
                        + " controllerrevisions");
        assertThat(Mooring.opener().givenEverything().open(DUMP).unknowns()).isEmpty();
    }

    @Test
    void anEmptyListOfAKindWasAskedFor() {
        Mooring opened = Mooring.open("""
                {"kind": "PersistentVolumeList", "apiVersion": "v1", "metadata": {"resourceVersion": "99"}, "items": []}
                """);

        assertThat(opened.cluster().isKnown(PersistentVolume.KIND)).isTrue();
        assertThat(opened.cluster().isKnown(PersistentVolumeClaim.KIND)).isFalse();
        assertThat(opened.cluster().dump().version()).isEqualTo("99");
    }

    @Test
    void theItemsOfAListOfOneKindNeedNotSayWhatTheyAre() {
        Mooring opened = Mooring.open("""
                {"kind": "StorageClassList", "apiVersion": "storage.k8s.io/v1", "metadata": {}, "items": [
                  {"metadata": {"name": "a", "uid": "u"}, "provisioner": "p/q", "new": [1]},
                  {"metadata": 7}]}
                """);

        assertThat(opened.cluster().storageClass("a")).isPresent();
        assertThat(opened.cluster().size()).isEqualTo(1);
        assertThat(opened.remarks().stream().map(Remark::text))
                .containsExactly("2:65: document 1, items[0], StorageClass a: unknown field \"new\" (kept as it is)");
        assertThat(opened.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("items[1]", "cannot read metadata"));
    }

    @Test
    void theCommandAsksForAllThatMatters() {
        assertThat(Mooring.fetchCommand())
                .startsWith("kubectl get pv,pvc,sc,")
                .contains(",controllerrevisions,", ",events ")
                .endsWith(" -A -o yaml");
    }

    @Test
    void severalFilesFoldersAndTheStandardInputAreOneDump() throws IOException {
        Files.writeString(folder.resolve("all.yaml"), DUMP);
        String more = "{\"apiVersion\": \"v1\", \"kind\": \"PersistentVolumeClaim\", \"metadata\":"
                + " {\"name\": \"data-2\", \"namespace\": \"shop\"}, \"spec\": {}}";
        Mooring opened = Mooring.opener()
                .withInput(new ByteArrayInputStream(more.getBytes(StandardCharsets.UTF_8)))
                .open(folder, Path.of("-"));

        assertThat(opened.cluster().list(PersistentVolumeClaim.KIND)).hasSize(3);
        assertThat(Mooring.open(folder.resolve("none.yaml")).refusals()).hasSize(1);
    }

    @Test
    void aBrokenItemDoesNotHideTheOthers() {
        Mooring opened =
                Mooring.open(DUMP.replace("  provisioner: csi.example.com\n", "  provisioner: [csi.example.com\n"));

        assertThat(opened.cluster().size()).isEqualTo(3);
        assertThat(opened.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("document 1, items[4]", "not YAML"));
    }

    @Test
    void aListOfAnotherLayoutIsReadAsAWhole() {
        String flow = IntStream.range(0, 3)
                .mapToObj(i -> "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c%d, namespace: x}}"
                        .formatted(i))
                .toList()
                .toString();

        assertThat(Mooring.open("apiVersion: v1\nkind: List\nitems: " + flow)
                        .cluster()
                        .size())
                .isEqualTo(3);
        assertThat(Mooring.open(
                                "items:\n- &a {kind: ConfigMap, apiVersion: v1, metadata: {name: a}}\nkind: List\napiVersion: v1")
                        .cluster()
                        .size())
                .isEqualTo(1);
        assertThat(Mooring.open(DUMP + "---\n" + List.of().toString().replace("[]", ""))
                        .refusals())
                .isEmpty();
    }

    @Test
    void whatBeginsLikeJsonAndIsNoneIsYaml() {
        String flow = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: %s, namespace: x}}\n";

        for (String text : List.of(
                flow.formatted("a"),
                "# how it was\n---\n" + flow.formatted("a"),
                "{\"apiVersion\": \"v1\", kind: PersistentVolumeClaim, metadata: {name: a, namespace: x}}",
                "{apiVersion: v1, kind: List, items: [" + flow.formatted("a") + "]}")) {
            Mooring opened = Mooring.open(text);
            assertThat(opened.refusals()).as(text).isEmpty();
            assertThat(opened.cluster().size()).as(text).isOne();
        }
        assertThat(Mooring.open(flow.formatted("a") + "---\n" + flow.formatted("b"))
                        .cluster()
                        .size())
                .isEqualTo(2);
    }

    /** As {@code kubectl get -o json} prints them, one call after the other. */
    @Test
    void severalValuesOfJsonAreAllRead() {
        String json =
                "{\"apiVersion\": \"v1\", \"kind\": \"PersistentVolumeClaim\", \"metadata\": {\"name\": \"%s\", \"namespace\":"
                        + " \"x\"}}\n";
        String list = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [" + json.formatted("c") + ", "
                + json.formatted("d") + "], \"metadata\": {\"resourceVersion\": \"\"}}\n";

        for (String between : List.of("", "---\n")) {
            Mooring opened = Mooring.open(String.join(
                    between, json.formatted("a"), list, json.formatted("b"), list.replace("\"c\"", "\"e\"")));
            assertThat(opened.cluster()
                            .list(PersistentVolumeClaim.KIND)
                            .map(claim -> claim.metadata().name()))
                    .containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void jsonThatIsBrokenOffIsToldAsJson() {
        assertThat(Mooring.open("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [{")
                        .refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("not JSON"));
    }

    @Test
    void aTemplateIsOneProblemOfADumpToo() {
        String claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a, namespace: x}\n";
        for (String template : List.of(
                "{{- if .Values.a }}\n" + claim + "{{- end }}\n---\n" + claim,
                claim + "---\nkind: {{ .Values.kind }}\n---\nmetadata:\n  name: {{ .Values.name }}\n")) {
            assertThat(Mooring.open(template).refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.text())
                            .contains("a template, not a manifest", "helm template NAME CHART"));
            assertThat(Mooring.open(template).cluster().size()).isZero();
        }
        assertThat(Mooring.open(claim.replace("name: a", "name: a, annotations: {a: \"x\n  {{ y }}\"}"))
                        .cluster()
                        .size())
                .isOne();
    }

    /** No kubelet ends pods there, and yet deleting the pod is what helps. */
    @Test
    void aTerminatingClaimGoesWithItsPodAlthoughNoKubeletRunsHere() {
        String held = """
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: PersistentVolumeClaim
                  metadata:
                    name: cache
                    namespace: shop
                    uid: c1
                    deletionTimestamp: "2026-11-20T10:00:00Z"
                    finalizers: [kubernetes.io/pvc-protection]
                  spec:
                    accessModes: [ReadWriteOnce]
                    storageClassName: manual
                    resources: {requests: {storage: 5Gi}}
                  status: {phase: Pending}
                - apiVersion: v1
                  kind: Pod
                  metadata: {name: redis, namespace: shop, uid: p1}
                  spec:
                    nodeName: n1
                    containers: [{name: r, image: redis}]
                    volumes: [{name: d, persistentVolumeClaim: {claimName: cache}}]
                  status: {phase: Running}
                - apiVersion: v1
                  kind: Node
                  metadata: {name: n1, uid: n1}
                  status: {conditions: [{type: Ready, status: "READY"}]}
                """;
        String fix = """
                This helps (it was tried; nobody else loses anything):
                  delete pod shop/redis (pod shop/redis stops, and nobody makes another)
                """;
        assertThat(why(held.replace("READY", "True"))).contains(fix);
        assertThat(why(held.replace("READY", "Unknown")))
                .doesNotContain(fix)
                .contains("is not helped by the one change that was tried: delete pod shop/redis (that is not enough)");
    }

    private static String why(String dump) {
        return Mooring.open(dump).settle().why("shop/pvc/cache").text();
    }
}
