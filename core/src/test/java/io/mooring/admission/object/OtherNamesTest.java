package io.mooring.admission.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.tree.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, namespaces and API versions of objects that are carried along. */
class OtherNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "v1                           | ConfigMap           | Bad_Name | -        | metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain must",
                "v1                           | ConfigMap           | ..       | -        | metadata.name: Invalid value: \"..\": a lowercase RFC 1123 subdomain must",
                "v1                           | ConfigMap           | ok       | Bad_NS   | metadata.namespace: Invalid value: \"Bad_NS\": a lowercase RFC 1123 label must",
                "v1                           | ConfigMap           | ok       | a.b      | metadata.namespace: Invalid value: \"a.b\": must not contain dots",
                "v1                           | Service             | a.b      | -        | metadata.name: Invalid value: \"a.b\": must not contain dots",
                "v1                           | Service             | 1abc     | -        | -",
                "v1                           | Event               | A_b      | -        | -",
                "v1                           | Event               | a/b      | -        | metadata.name: Invalid value: \"a/b\": may not contain '/'",
                "rbac.authorization.k8s.io/v1 | ClusterRole         | system:x | -        | -",
                "policy/v1                    | PodDisruptionBudget | A_b      | -        | -",
                "example.com/v1               | Fleet               | Bad_Name | -        | metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain must",
                "example.com/v1               | Fleet               | ok       | ok       | -",
                "a/b/c                        | Fleet               | x        | -        | the server could not find the requested resource (post Fleet)",
                "/v1                          | Fleet               | x        | -        | the server could not find the requested resource (post Fleet)",
                "Example.com/v1               | Fleet               | x        | -        | the server could not find the requested resource (post Fleet)",
                "example.com/                 | Fleet               | x        | -        | the server could not find the requested resource (post Fleet)",
                "v1                           | fleet kind          | x        | -        | the server could not find the requested resource (post fleet kind)",
            })
    void areHeldToWhatTheApiServerHoldsThemTo(
            String apiVersion, String kind, String name, String namespace, String refusal) {
        JsonObject.Builder metadata = JsonObject.builder().put("name", name);
        if (namespace != null) {
            metadata.put("namespace", namespace);
        }
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", metadata.build())
                .build();
        Verdict verdict = Admission.create(tree, AdmissionWorld.EMPTY);

        assertThat(verdict.<String>accept(Verdict.Cases.of(admitted -> "", Verdict.Refused::message)))
                .contains(refusal == null ? "" : refusal)
                .satisfies(message -> assertThat(message.isEmpty()).isEqualTo(refusal == null));
    }
}
