package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are the source of manifests, beside such as are some. */
class ChartFolderTest {
    private static final String CHART = "apiVersion: v2\nname: shop\nversion: 1.0.0\n";
    private static final String TEMPLATE = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: {{ .Release.Name }}-data
            """;

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String claim(String name) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: %s}
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: manual
                  resources: {requests: {storage: 1Gi}}
                """.formatted(name);
    }

    private static List<String> claims(Mooring read) {
        return read.cluster()
                .list(PersistentVolumeClaim.KIND)
                .map(PersistentVolumeClaim::metadata)
                .map(ObjectMeta::name)
                .toList();
    }

    private static List<Problem> problems(Mooring read) {
        return read.refusals().stream()
                .map(refusal -> ((Refusal.Unreadable) refusal).problem())
                .toList();
    }

    private void chart(String where) throws IOException {
        file(where + "Chart.yaml", CHART);
        file(where + "values.yaml", "replicas: 1\nkind: DaemonSet\n");
        file(where + "values-prod.yaml", "replicas: 3\n");
        file(where + "values.schema.json", "{\"type\": \"object\"}");
        file(where + "requirements.yaml", "dependencies: []\n");
        file(where + "ci/test-values.yaml", "replicas: 2\n");
        file(where + "templates/claim.yaml", TEMPLATE);
        file(where + "templates/more.yaml", "{{- if .Values.more }}\n" + claim("more") + "{{- end }}\n");
    }

    @Test
    void aChartIsToldOnceWithTheCommandThatRendersIt() throws IOException {
        chart("shop/");

        Mooring read = Mooring.load(folder);

        assertThat(read.refusals())
                .singleElement()
                .extracting(Refusal::text)
                .isEqualTo(folder.resolve("shop")
                        + ": a Helm chart: its templates are manifests only when they are rendered"
                        + "\n  render it first, and read what comes out: helm template NAME " + folder.resolve("shop")
                        + " > rendered.yaml");
        assertThat(claims(read)).isEmpty();
    }

    @Test
    void chartsWithinAChartAreOfThatChart() throws IOException {
        chart("");
        chart("charts/db/");

        assertThat(problems(Mooring.load(folder)))
                .singleElement()
                .isInstanceOf(Problem.Chart.class)
                .extracting(problem -> problem.location().source())
                .isEqualTo(folder.toString());
    }

    @Test
    void manifestsBesideAChartAreReadAndThoseInItThatNeedNoRendering() throws IOException {
        chart("shop/");
        file("beside.yaml", claim("beside"));
        file("shop/extra.yaml", claim("extra"));
        file("shop/crds/plain.yaml", claim("plain"));
        file("shop/templates/fixed.yaml", claim("fixed"));
        file("shop/values-of-a-claim.yaml", claim("named-like-values"));
        file("other/values.yaml", claim("values"));

        Mooring read = Mooring.load(folder);

        assertThat(claims(read)).containsExactly("beside", "extra", "fixed", "named-like-values", "plain", "values");
        assertThat(problems(read)).singleElement().isInstanceOf(Problem.Chart.class);
    }

    @Test
    void aFileOfAChartThatIsBrokenIsToldTooIfItIsNoTemplate() throws IOException {
        chart("shop/");
        file("shop/templates/broken.yaml", "kind: [\n");

        assertThat(problems(Mooring.load(folder))).hasSize(2).anyMatch(Problem.Syntax.class::isInstance);
    }

    @Test
    void theTemplatesOfAChartAreItsOwnToo() throws IOException {
        chart("shop/");

        assertThat(problems(Mooring.load(folder.resolve("shop/templates"))))
                .singleElement()
                .isInstanceOf(Problem.Chart.class);
        assertThat(problems(Mooring.load(folder.resolve("shop/Chart.yaml"))))
                .singleElement()
                .isInstanceOf(Problem.Chart.class);
        assertThat(problems(Mooring.load(folder.resolve("shop/templates/claim.yaml"))))
                .singleElement()
                .isInstanceOf(Problem.Template.class);
    }

    @Test
    void aFolderOfTemplatesWithoutAChartIsToldFileByFile() throws IOException {
        file("templates/a.yaml", TEMPLATE);
        file("templates/b.yaml", TEMPLATE);

        assertThat(problems(Mooring.load(folder))).hasSize(2).allMatch(Problem.Template.class::isInstance);
    }

    @Test
    void anObjectInAFileOfThatNameIsAnObject() throws IOException {
        file("Chart.yaml", claim("chart"));
        file("kustomization.yaml", claim("kustomization"));

        Mooring read = Mooring.load(folder);

        assertThat(claims(read)).containsExactly("chart", "kustomization");
        assertThat(read.refusals()).isEmpty();
    }

    @Test
    void aKustomizationIsToldOnceAndWhatIsBesideItIsRead() throws IOException {
        file("kustomization.yaml", """
                resources: [claim.yaml]
                patches:
                - path: patch.yaml
                configMapGenerator:
                - name: c
                  files: [app.yaml=config/app.yaml]
                """);
        file("claim.yaml", claim("data"));
        file("patch.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {}\n");
        file("config/app.yaml", "port: 80\n");

        Mooring read = Mooring.load(folder);

        assertThat(read.refusals())
                .singleElement()
                .extracting(Refusal::text)
                .isEqualTo(folder + ": a kustomization: manifests were read without what it does to them"
                        + "\n  render it first, and read what comes out: kubectl kustomize " + folder
                        + " > rendered.yaml");
        assertThat(claims(read)).containsExactly("data");
    }

    @Test
    void ofKustomizationsThoseAreToldThatNoOtherOneNames() throws IOException {
        String head = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";
        file("base/kustomization.yaml", head + "resources:\n- claim.yaml\n");
        file("base/claim.yaml", claim("data"));
        file(
                "overlays/dev/kustomization.yml",
                head + "resources:\n- ../../base\npatchesStrategicMerge:\n- |\n  kind: X\n");
        file("overlays/prod/Kustomization", head + "bases:\n- ../../base\n");

        assertThat(problems(Mooring.load(folder)))
                .allMatch(Problem.Kustomization.class::isInstance)
                .extracting(problem -> problem.location().source())
                .containsExactly(
                        folder.resolve("overlays/dev").toString(),
                        folder.resolve("overlays/prod").toString());
    }

    @Test
    void theKustomizationsOfAnotherGroupAreObjects() throws IOException {
        file("kustomization.yaml", """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: apps}
                spec: {path: ./apps}
                """);

        Mooring read = Mooring.load(folder);

        assertThat(read.refusals()).isEmpty();
        assertThat(read.carriedAlong().kinds()).hasSize(1);
    }

    @Test
    void aDumpInSuchAFolderIsOpened() throws IOException {
        chart("shop/");
        file("dump.yaml", claim("data"));

        Mooring opened = Mooring.open(folder);

        assertThat(claims(opened)).containsExactly("data");
        assertThat(problems(opened)).singleElement().isInstanceOf(Problem.Chart.class);
    }
}
