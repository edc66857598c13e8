package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.Yaml;

class ReadWriteTest {
    @Property(tries = 200)
    void whatIsWrittenAsYamlReadsAsTheSame(@ForAll("objects") List<KubernetesObject> objects) {
        Reading reading = Manifests.read(Manifests.write(objects));
        assertThat(reading.problemText()).isEmpty();
        assertThat(reading.objects()).isEqualTo(objects);
    }

    @Property(tries = 100)
    void whatIsWrittenAsJsonReadsAsTheSame(@ForAll("objects") List<KubernetesObject> objects) {
        assertThat(Manifests.readJson(Manifests.writeJson(objects)).objects()).isEqualTo(objects);
    }

    /** SnakeYAML resolves as YAML 1.1 says, base 60 and dates included, where upstream does not. */
    @Property(tries = 200)
    void anotherReaderOfYamlReadsTheSame(@ForAll("object") KubernetesObject object) {
        Object read = new Yaml().load(Manifests.write(object));
        assertThat(tree(read)).isEqualTo(Objects.write(object));
    }

    private static JsonValue tree(Object read) {
        if (read instanceof Map<?, ?> map) {
            JsonObject.Builder fields = JsonObject.builder();
            map.forEach((name, value) -> fields.put((String) name, tree(value)));
            return fields.build();
        }
        if (read instanceof List<?> list) {
            return new JsonArray(list.stream().map(ReadWriteTest::tree).toList());
        }
        if (read instanceof String text) {
            return new JsonString(text);
        }
        return read instanceof Boolean truth ? JsonBool.of(truth) : new JsonNumber(read.toString());
    }

    @Provide
    Arbitrary<List<KubernetesObject>> objects() {
        return object().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<KubernetesObject> object() {
        return Arbitraries.oneOf(volume(), claim(), storageClass(), statefulSet());
    }

    private static Arbitrary<KubernetesObject> volume() {
        return Combinators.combine(metadata(), AmbiguousText.any(), AmbiguousText.any(), quantity(), texts())
                .as((metadata, server, path, size, options) -> PersistentVolume.builder()
                        .metadata(metadata)
                        .spec(PersistentVolumeSpec.builder()
                                .putCapacity("storage", size)
                                .addSources(VolumeSource.nfs(server, path))
                                .mountOptions(options)
                                .build())
                        .build());
    }

    private static Arbitrary<KubernetesObject> claim() {
        return Combinators.combine(metadata(), AmbiguousText.any(), AmbiguousText.any(), quantity())
                .as((metadata, mode, className, size) -> PersistentVolumeClaim.builder()
                        .metadata(metadata)
                        .spec(PersistentVolumeClaimSpec.builder()
                                .addAccessModes(new AccessMode(mode))
                                .storageClassName(className)
                                .resources(VolumeResourceRequirements.builder()
                                        .putRequests("storage", size)
                                        .build())
                                .build())
                        .build());
    }

    private static Arbitrary<KubernetesObject> storageClass() {
        return Combinators.combine(metadata(), AmbiguousText.any(), textMap(), Arbitraries.of(true, false))
                .as((metadata, provisioner, parameters, canGrow) -> StorageClass.builder()
                        .metadata(metadata)
                        .provisioner(provisioner)
                        .parameters(parameters)
                        .allowVolumeExpansion(canGrow)
                        .build());
    }

    /** The arguments of a container are none of Mooring's business and carried along. */
    private static Arbitrary<KubernetesObject> statefulSet() {
        return Combinators.combine(metadata(), AmbiguousText.any(), arguments(), Arbitraries.integers(), textMap())
                .as((metadata, service, arguments, replicas, nodeSelector) -> StatefulSet.builder()
                        .metadata(metadata)
                        .spec(StatefulSetSpec.builder()
                                .serviceName(service)
                                .replicas(replicas)
                                .template(PodTemplateSpec.builder()
                                        .spec(PodSpec.builder()
                                                .nodeSelector(nodeSelector)
                                                .addContainers(container(arguments))
                                                .build())
                                        .build())
                                .build())
                        .build());
    }

    private static Container container(List<String> arguments) {
        List<JsonValue> items =
                arguments.stream().<JsonValue>map(JsonString::new).toList();
        return Container.builder()
                .rest(JsonObject.of("args", new JsonArray(items)))
                .build();
    }

    private static Arbitrary<ObjectMeta> metadata() {
        return Combinators.combine(AmbiguousText.any(), AmbiguousText.any(), textMap(), textMap())
                .as((name, namespace, labels, annotations) -> ObjectMeta.builder()
                        .name(name)
                        .namespace(namespace)
                        .labels(labels)
                        .annotations(annotations)
                        .build());
    }

    private static Arbitrary<Map<String, String>> textMap() {
        return Arbitraries.maps(AmbiguousText.any(), AmbiguousText.any()).ofMaxSize(4);
    }

    private static Arbitrary<List<String>> texts() {
        return AmbiguousText.any().list().ofMaxSize(4);
    }

    /** An empty list is left out, so there is at least one. */
    private static Arbitrary<List<String>> arguments() {
        return AmbiguousText.any().list().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<Quantity> quantity() {
        return Arbitraries.of("0", "1Gi", "1.5Gi", "100m", "1e3", "010", "1k", "00001Gi", "123456789012345678")
                .map(Quantity::parse);
    }
}
