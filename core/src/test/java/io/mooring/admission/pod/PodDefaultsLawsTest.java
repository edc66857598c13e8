package io.mooring.admission.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.quantity.Quantity;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.ResourceRequirements;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class PodDefaultsLawsTest {
    private static final JsonObject PORT = JsonObject.of("containerPort", JsonNumber.of(80));
    private static final JsonObject PROBE = JsonObject.of("httpGet", JsonObject.of("port", JsonNumber.of(80)));

    @Provide
    Arbitrary<Pod> pods() {
        return Combinators.combine(
                        containers().list().ofMinSize(1).ofMaxSize(2),
                        volumes().list().ofMaxSize(2),
                        Arbitraries.of(
                                JsonObject.EMPTY,
                                JsonObject.of("hostNetwork", JsonBool.TRUE),
                                JsonObject.builder()
                                        .put("serviceAccount", "robot")
                                        .build()),
                        Arbitraries.of(true, false))
                .as((containers, volumes, rest, isMadeOfTemplate) -> {
                    PodSpec spec = PodSpec.builder()
                            .containers(containers)
                            .volumes(volumes)
                            .rest(rest)
                            .build();
                    return Pod.builder()
                            .spec(isMadeOfTemplate ? PodSpecs.OF_TEMPLATE.withDefaults(spec) : spec)
                            .build();
                });
    }

    private static Arbitrary<Container> containers() {
        Arbitrary<Map<String, Quantity>> amounts =
                Arbitraries.of(Map.of(), Map.of("cpu", Quantity.parse("1n")), Map.of("memory", Quantity.parse("1Gi")));
        Arbitrary<JsonObject> rests = Arbitraries.of(
                JsonObject.EMPTY,
                JsonObject.of("ports", JsonArray.of(PORT)),
                JsonObject.of("livenessProbe", PROBE),
                JsonObject.of("lifecycle", JsonObject.of("preStop", PROBE)));
        return Combinators.combine(Arbitraries.of("nginx", "nginx:1"), amounts, amounts, rests)
                .as((image, limits, requests, rest) -> Container.builder()
                        .name("c")
                        .image(image)
                        .resources(ResourceRequirements.builder()
                                .limits(limits)
                                .requests(requests)
                                .build())
                        .rest(rest)
                        .build());
    }

    private static Arbitrary<PodVolume> volumes() {
        VolumeSource directory = VolumeSource.hostPath("/data");
        PodVolume empty = PodVolume.builder().name("v").build();
        return Arbitraries.of(
                empty,
                empty.withRest(JsonObject.of(directory.field(), directory.content())),
                empty.withRest(JsonObject.of("secret", JsonObject.EMPTY)),
                empty.withPersistentVolumeClaim(
                        ClaimVolumeSource.builder().claimName("c").build()));
    }

    @Property(tries = 500)
    void aPodIsFilledInOnceAndThenStaysTheSameObject(@ForAll("pods") Pod pod) {
        Pod filled = Pods.POD.withDefaults(pod);
        Statistics.label("filled").collect(!filled.equals(pod));
        Statistics.label("filled").coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
        assertThat(Pods.POD.withDefaults(filled)).isSameAs(filled);
        assertThat(PodSpecs.OF_TEMPLATE.withDefaults(filled.spec())).isSameAs(filled.spec());
        assertThat(Pods.POD.decode(Pods.POD.write(filled)).orThrow()).isEqualTo(filled);
    }
}
