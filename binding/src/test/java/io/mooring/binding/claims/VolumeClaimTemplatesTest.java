package io.mooring.binding.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonString;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodStatus;
import io.mooring.workload.PodVolume;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetOrdinals;
import io.mooring.workload.StatefulSetSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VolumeClaimTemplatesTest {
    private final StatefulSet web = set(2, template("www", Map.of()));

    @Test
    void namesClaimsByTemplateSetAndOrdinal() {
        assertThat(VolumeClaimTemplates.claims(web, ExistingObjects.NONE))
                .extracting(ReplicaClaim::name)
                .containsExactly("www-web-0", "www-web-1");
    }

    @Test
    void countsFromTheStart() {
        StatefulSet late = web.withSpec(
                web.spec().withOrdinals(StatefulSetOrdinals.builder().start(7).build()));
        assertThat(VolumeClaimTemplates.claims(late, ExistingObjects.NONE))
                .extracting(ReplicaClaim::name)
                .containsExactly("www-web-7", "www-web-8");
    }

    @Test
    void ordinalsBeyondThirtyTwoBitsDoNotOverflow() {
        StatefulSet late = web.withSpec(web.spec()
                .withOrdinals(
                        StatefulSetOrdinals.builder().start(Integer.MAX_VALUE).build()));
        assertThat(LongStream.range(late.startOrdinal(), late.endOrdinal())).containsExactly(2147483647L, 2147483648L);
    }

    @Test
    void theSelectorsLabelsJoinTheTemplatesAndWin() {
        StatefulSet set = set(1, template("www", Map.of("part", "www", "app", "other")));
        assertThat(only(VolumeClaimTemplates.claims(set, ExistingObjects.NONE))
                        .claim()
                        .metadata()
                        .labels())
                .isEqualTo(Map.of("part", "www", "app", "web"));
    }

    @Test
    void theLastOfTwoTemplatesOfOneNameCounts() {
        StatefulSet set = set(1, template("www", Map.of("which", "first")), template("www", Map.of("which", "last")));
        assertThat(only(VolumeClaimTemplates.claims(set, ExistingObjects.NONE))
                        .claim()
                        .metadata()
                        .labels())
                .containsEntry("which", "last");
    }

    @Test
    void usesAClaimThatExistsAsItIs() {
        PersistentVolumeClaim existing = claim("www-web-0");
        assertThat(only(claims(existing, Optional.empty())))
                .isEqualTo(new ClaimDecision.Use(existing, new OwnerReferenceUpdate.UpToDate()));
    }

    @Test
    void refusesAClaimThatIsBeingDeletedForAPodThatIsYetToCome() {
        PersistentVolumeClaim leaving = leaving();
        assertThat(only(claims(leaving, Optional.empty())))
                .isEqualTo(new ClaimDecision.Refuse(leaving, new ClaimRefusal.BeingDeleted()));
        assertThat(only(claims(leaving, Optional.of(pod(PodPhase.PENDING))))).isInstanceOf(ClaimDecision.Refuse.class);
    }

    @Test
    void leavesAClaimThatIsBeingDeletedToThePodThatRunsOnIt() {
        assertThat(only(claims(leaving(), Optional.of(pod(PodPhase.RUNNING))))).isInstanceOf(ClaimDecision.Use.class);
    }

    @Test
    void makesAPodWithTheClaimsInPlaceOfVolumesOfThatName() {
        StatefulSet set = web.withSpec(web.spec()
                .withTemplate(web.spec()
                        .template()
                        .withSpec(web.spec().template().spec().withVolumes(volume("tmp", "t"), volume("www", "w")))));
        Pod pod = StatefulPods.create(set, 1, "web-abc");
        assertThat(pod.spec().volumes()).containsExactly(volume("www", "www-web-1"), volume("tmp", "t"));
    }

    @Test
    void namesAndLabelsAPod() {
        ObjectMeta metadata = StatefulPods.create(web, 1, "web-abc").metadata();
        assertThat(metadata.name()).isEqualTo("web-1");
        assertThat(metadata.generateName()).isEqualTo("web-");
        assertThat(metadata.labels())
                .isEqualTo(Map.of(
                        "app", "web",
                        "statefulset.kubernetes.io/pod-name", "web-1",
                        "apps.kubernetes.io/pod-index", "1",
                        "controller-revision-hash", "web-abc"));
        assertThat(metadata.ownerReferences()).singleElement().satisfies(owner -> {
            assertThat(owner.name()).isEqualTo("web");
            assertThat(owner.controller()).contains(true);
        });
    }

    @Test
    void aPodsHostNameIsItsNameAndItsSubdomainTheService() {
        Pod pod = StatefulPods.create(web, 1, "web-abc");
        assertThat(pod.spec().rest().get("hostname")).contains(new JsonString("web-1"));
        assertThat(pod.spec().rest().get("subdomain")).contains(new JsonString("service"));
    }

    @Test
    void aPodThatConformsStaysTheSame() {
        Pod pod = StatefulPods.create(web, 1, "web-abc");
        assertThat(StatefulPods.conform(web, pod)).isSameAs(pod);
    }

    @Test
    void aPodThatLostItsLabelAndItsClaimGetsThemBack() {
        Pod pod = StatefulPods.create(web, 1, "web-abc");
        Pod damaged = pod.withMetadata(pod.metadata().withLabels(Map.of("app", "web")))
                .withSpec(pod.spec().withVolumes(volume("www", "other")));
        Pod conformed = StatefulPods.conform(web, damaged);
        assertThat(conformed.spec()).isEqualTo(pod.spec());
        assertThat(conformed.metadata().labels()).containsEntry("statefulset.kubernetes.io/pod-name", "web-1");
    }

    @Test
    void readsASetAndAnOrdinalFromAPodsName() {
        assertThat(StatefulPodName.parse("my-web-12")).contains(new StatefulPodName("my-web", 12));
        assertThat(StatefulPodName.parse("web-012")).contains(new StatefulPodName("web", 12));
        assertThat(StatefulPodName.parse("web-")).isEmpty();
        assertThat(StatefulPodName.parse("web")).isEmpty();
        assertThat(StatefulPodName.parse("web-2147483648")).isEmpty();
    }

    private static ClaimDecision only(List<ReplicaClaim> claims) {
        assertThat(claims).hasSize(1);
        return claims.get(0).decision();
    }

    private List<ReplicaClaim> claims(PersistentVolumeClaim claim, Optional<Pod> pod) {
        return VolumeClaimTemplates.claims(web, 0, new ExistingObjects() {
            @Override
            public Optional<PersistentVolumeClaim> claim(String name) {
                return Optional.of(claim).filter(each -> each.metadata().name().equals(name));
            }

            @Override
            public Optional<Pod> pod(String name) {
                return pod;
            }
        });
    }

    private Pod pod(PodPhase phase) {
        return StatefulPods.create(web, 0, "r")
                .withStatus(PodStatus.builder().phase(phase).build());
    }

    private static PersistentVolumeClaim leaving() {
        PersistentVolumeClaim claim = claim("www-web-0");
        return claim.withMetadata(claim.metadata().withDeletionTimestamp(Instant.EPOCH));
    }

    private static PersistentVolumeClaim claim(String name) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name(name).namespace("default").build())
                .build();
    }

    private static PodVolume volume(String name, String claim) {
        return PodVolume.builder()
                .name(name)
                .persistentVolumeClaim(
                        ClaimVolumeSource.builder().claimName(claim).build())
                .build();
    }

    static ClaimTemplate template(String name, Map<String, String> labels) {
        return ClaimTemplate.builder()
                .metadata(ObjectMeta.builder().name(name).labels(labels).build())
                .build();
    }

    static StatefulSet set(int replicas, ClaimTemplate... templates) {
        StatefulSetSpec spec = StatefulSetSpec.builder()
                .replicas(replicas)
                .serviceName("service")
                .selector(LabelSelector.builder().putMatchLabels("app", "web").build())
                .addVolumeClaimTemplates(templates)
                .build();
        return StatefulSet.builder()
                .metadata(ObjectMeta.builder()
                        .name("web")
                        .namespace("default")
                        .uid("set-uid")
                        .build())
                .spec(spec.withTemplate(spec.template()
                        .withMetadata(
                                ObjectMeta.builder().putLabels("app", "web").build())))
                .build();
    }
}
