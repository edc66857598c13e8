package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: data
            spec:
              accessModes: [ReadWriteOnce]
              resources:
                requests:
                  storage: 1Gi
            """;

    private static final String CHART = """
            {{- if .Values.persistence.enabled }}
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: {{ include "shop.fullname" . }}
              labels:
                {{- include "shop.labels" . | nindent 4 }}
            spec:
              accessModes:
                - {{ .Values.persistence.accessMode | quote }}
              resources:
                requests:
                  storage: {{ .Values.persistence.size }}
            {{- end }}
            """;

    @Test
    void aTemplateIsOneProblem() {
        Reading reading = Manifests.reader()
                .read(List.of(Source.yaml("templates/pvc.yaml", CHART + "---\n" + CHART + "---\n" + CLAIM)));

        assertThat(reading.all()).isEmpty();
        assertThat(reading.problems()).singleElement().isInstanceOf(Problem.Template.class);
        assertThat(reading.problemText()).isEqualTo("""
                        templates/pvc.yaml:1:1: a template, not a manifest: {{ }} is for the template engine
                          render it first, and read what comes out: helm template NAME CHART > rendered.yaml""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: PersistentVolumeClaim\nmetadata: {name: a}\napiVersion: {{ .v }}\n",
                "a:\n  - {{ .b }}\n",
                "a:\n  - b: {{ .c }}\n",
                "a:\n  {{- toYaml .Values.b | nindent 2 }}\n",
                "'a b': {{ .c }}\n",
                "text: |\n  {{ in a block }}\na: {{ .b }}\n",
            })
    void whereverAValueBegins(String text) {
        assertThat(Manifests.read(text).problems()).singleElement().isInstanceOf(Problem.Template.class);
    }

    @Test
    void aTemplateHidesNoOtherFileHoweverManyProblemsItHas() {
        String many = "a: {{ .b }}\n---\n".repeat(3000);
        Reading reading = Manifests.reader()
                .read(List.of(Source.yaml("a.yaml", many), Source.yaml("b.yaml", CHART), Source.yaml("c.yaml", CLAIM)));

        assertThat(reading.problems()).hasSize(2).allMatch(Problem.Template.class::isInstance);
        assertThat(reading.manifests()).hasSize(1);
    }

    @Test
    void bracesWithinATextAreText() {
        String note = CLAIM.replace("name: data", """
                name: data
                  annotations:
                    quoted: "{{ .Values.a }}"
                    single: '{{ b }}'
                    plain: Instance {{ $labels.instance }} is down
                    block: |
                      {{ define "x" }}
                        a: {{ y }}
                      {{ end }}
                    # {{ comment }}
                    last: x""".replace("\n  ", "\n  "));

        Reading reading = Manifests.read(note);

        assertThat(reading.problemText()).isEmpty();
        assertThat(reading.objects().get(0).metadata().annotations())
                .containsEntry("quoted", "{{ .Values.a }}")
                .containsEntry("single", "{{ b }}")
                .containsEntry("plain", "Instance {{ $labels.instance }} is down")
                .containsEntry("block", "{{ define \"x\" }}\n  a: {{ y }}\n{{ end }}\n");
    }

    @Test
    void bracesWithinATextHideNoProblem() {
        String flawed = CLAIM.replace("storage: 1Gi", "storage: 1GB")
                .replace("name: data", "name: data\n  annotations:\n    a: |-\n      {{ b }}\n    c: \"{{ d }}\"");

        assertThat(Manifests.read(flawed).problems()).singleElement().isInstanceOf(Problem.BadText.class);
    }
}
