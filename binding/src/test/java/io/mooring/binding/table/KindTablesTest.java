package io.mooring.binding.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Kinds;
import io.mooring.meta.KnownKind;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The columns of each kind, against what kubectl prints. */
class KindTablesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource(KnownKind.class)
    void everyKindHasATableOfAnEmptyObject(KnownKind known) {
        ObjectKind<?> kind = Kinds.of(known.apiVersion(), known.kind());
        Table plain = Tables.of(kind, List.of(JsonObject.EMPTY), NOW, Breadth.PLAIN);
        Table wide = Tables.of(kind, List.of(JsonObject.EMPTY), NOW, Breadth.WIDE);

        assertThat(plain.headings()).contains("NAME");
        assertThat(plain.headings().contains("NAMESPACE")).isEqualTo(known.isNamespaced());
        assertThat(wide.headings()).startsWith(plain.headings().toArray(String[]::new));
    }

    @Test
    void aPodThatRuns() {
        assertThat(pod(containers(running(true, 0), running(true, 2)), "Running"))
                .containsExactly("2/2", "Running", "2");
    }

    @Test
    void aPodThatWaitsSaysWhatFor() {
        assertThat(pod(containers(waiting("ContainerCreating")), "Pending"))
                .containsExactly("0/1", "ContainerCreating", "0");
    }

    @Test
    void aPodThatIsReadyWithoutStatusesOfContainersHasAllOfThemReady() {
        JsonObject status = object(
                "phase", text("Running"), "conditions", list(object("type", text("Ready"), "status", text("True"))));
        assertThat(pod(status, 2)).containsExactly("2/2", "Running", "0");
    }

    @Test
    void aPodWhoseContainerEndedSaysHow() {
        JsonObject ended =
                object("name", text("main"), "state", object("terminated", object("exitCode", JsonNumber.of(3))));
        assertThat(pod(containers(ended), "Failed")).containsExactly("0/1", "ExitCode:3", "0");
    }

    @Test
    void aPodThatIsInitializedSaysHowFarItIs() {
        JsonObject status = object(
                "phase",
                text("Pending"),
                "initContainerStatuses",
                list(waiting("PodInitializing"), waiting("PodInitializing")));
        JsonObject tree = object(
                "spec",
                object(
                        "containers",
                        list(JsonObject.EMPTY),
                        "initContainers",
                        list(JsonObject.EMPTY, JsonObject.EMPTY)),
                "status",
                status);
        assertThat(cells("v1", "Pod", tree, "READY", "STATUS")).containsExactly("0/1", "Init:0/2");
    }

    @Test
    void aPodThatIsBeingDeletedIsTerminatingUntilItHasEnded() {
        JsonObject deleted = object("deletionTimestamp", text("2026-03-01T11:59:00Z"));
        JsonObject running = object("metadata", deleted, "status", object("phase", text("Running")));
        JsonObject ended = object("metadata", deleted, "status", object("phase", text("Succeeded")));

        assertThat(cells("v1", "Pod", running, "STATUS")).containsExactly("Terminating");
        assertThat(cells("v1", "Pod", ended, "STATUS")).containsExactly("Succeeded");
    }

    @Test
    void aJobCountsItsCompletionsAndItsTime() {
        JsonObject job = object(
                "spec", object("completions", JsonNumber.of(3)),
                "status",
                        object(
                                "succeeded", JsonNumber.of(1),
                                "startTime", text("2026-03-01T11:50:00Z"),
                                "completionTime", text("2026-03-01T11:55:30Z"),
                                "conditions", list(object("type", text("Failed"), "status", text("True")))));
        assertThat(cells("batch/v1", "Job", job, "STATUS", "COMPLETIONS", "DURATION"))
                .containsExactly("Failed", "1/3", "5m30s");
        JsonObject parallel = object("spec", object("parallelism", JsonNumber.of(2)));
        assertThat(cells("batch/v1", "Job", parallel, "STATUS", "COMPLETIONS", "DURATION"))
                .containsExactly("Running", "0/1 of 2", "");
    }

    @Test
    void aNodeTellsItsRolesAndWhetherItTakesPods() {
        JsonObject node = object(
                "metadata",
                        object(
                                "labels",
                                object(
                                        "node-role.kubernetes.io/control-plane", text(""),
                                        "kubernetes.io/role", text("worker"))),
                "spec", object("unschedulable", JsonBool.TRUE),
                "status",
                        object(
                                "conditions", list(object("type", text("Ready"), "status", text("False"))),
                                "addresses", list(object("type", text("InternalIP"), "address", text("10.0.0.1")))));
        assertThat(cells("v1", "Node", node, "STATUS", "ROLES", "INTERNAL-IP", "EXTERNAL-IP"))
                .containsExactly("NotReady,SchedulingDisabled", "control-plane,worker", "10.0.0.1", "<none>");
    }

    @Test
    void theDefaultClassIsMarkedAndDefaultsStand() {
        JsonObject storageClass = object(
                "metadata",
                object(
                        "name", text("fast"),
                        "annotations", object("storageclass.kubernetes.io/is-default-class", text("true"))));
        assertThat(cells(
                        "storage.k8s.io/v1",
                        "StorageClass",
                        storageClass,
                        "NAME",
                        "RECLAIMPOLICY",
                        "VOLUMEBINDINGMODE"))
                .containsExactly("fast (default)", "Delete", "Immediate");
    }

    @Test
    void selectorsAndImagesAreForWideTables() {
        JsonObject set = object(
                "spec",
                object(
                        "replicas", JsonNumber.of(2),
                        "selector",
                                object(
                                        "matchLabels", object("app", text("web")),
                                        "matchExpressions",
                                                list(object(
                                                        "key", text("tier"),
                                                        "operator", text("In"),
                                                        "values", list(text("b"), text("a"))))),
                        "template",
                                object(
                                        "spec",
                                        object(
                                                "containers",
                                                list(object("name", text("main"), "image", text("web:1")))))));
        assertThat(cells("apps/v1", "Deployment", set, "READY", "CONTAINERS", "IMAGES", "SELECTOR"))
                .containsExactly("0/2", "main", "web:1", "app=web,tier in (a,b)");
    }

    @Test
    void aQuotaTellsRequestsAndLimitsApart() {
        JsonObject quota = object(
                "status",
                object(
                        "hard", object("limits.cpu", text("4"), "requests.storage", text("10Gi")),
                        "used", object("requests.storage", text("1Gi"))));
        assertThat(cells("v1", "ResourceQuota", quota, "REQUEST", "LIMIT"))
                .containsExactly("requests.storage: 1Gi/10Gi", "limits.cpu: 0/4");
    }

    private static List<String> pod(JsonObject status, int containers) {
        JsonObject tree = object(
                "spec",
                object("containers", new JsonArray(Collections.nCopies(containers, JsonObject.EMPTY))),
                "status",
                status);
        return cells("v1", "Pod", tree, "READY", "STATUS", "RESTARTS");
    }

    private static List<String> pod(JsonArray containers, String phase) {
        return pod(
                object("phase", text(phase), "containerStatuses", containers),
                containers.items().size());
    }

    private static JsonArray containers(JsonObject... statuses) {
        return list(statuses);
    }

    private static JsonObject running(boolean isReady, int restarts) {
        return object(
                "ready", JsonBool.of(isReady),
                "restartCount", JsonNumber.of(restarts),
                "state", object("running", JsonObject.EMPTY));
    }

    private static JsonObject waiting(String reason) {
        return object("ready", JsonBool.FALSE, "state", object("waiting", object("reason", text(reason))));
    }

    private static List<String> cells(String apiVersion, String kind, JsonObject tree, String... headings) {
        Table table = Tables.of(Kinds.of(apiVersion, kind), List.of(tree), NOW, Breadth.WIDE);
        return Arrays.stream(headings)
                .map(heading -> table.rows().get(0).get(table.headings().indexOf(heading)))
                .toList();
    }

    private static JsonObject object(Object... namesAndValues) {
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return object.build();
    }

    private static JsonArray list(JsonValue... items) {
        return new JsonArray(List.of(items));
    }

    private static JsonString text(String text) {
        return new JsonString(text);
    }
}
