package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.StatefulSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which Kubernetes answers is the caller's choice: of manifests, of a dump, and of what was read already. */
class ReleasesTest {
    private static final Release OLD = Release.parse("1.36");
    private static final Release NEW = Release.parse("1.37");
    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: web}
            spec:
              replicas: 0
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: i}]}
            """;
    private static final String CLAIM_AND_VOLUME = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {storageClassName: "", accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv-a}
            spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], hostPath: {path: /a}}
            """;

    @Test
    void manifestsAreCreatedInTheRelease() {
        assertThat(maxUnavailable(Mooring.loader().withRelease(OLD).read(SET))).isEmpty();
        assertThat(maxUnavailable(Mooring.loader().withRelease(NEW).read(SET))).contains("1");
        assertThat(maxUnavailable(Mooring.read(SET))).contains("1");
    }

    @Test
    void aGateIsSwitchedByUpstreamsName() {
        Semantics switched = Semantics.of(OLD).withGate("MaxUnavailableStatefulSet", true);

        assertThat(maxUnavailable(Mooring.loader().withSemantics(switched).read(SET)))
                .contains("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Semantics.of(OLD).withGate("MaxUnavailable", true))
                .withMessageContaining("did you mean MaxUnavailableStatefulSet?");
    }

    @Test
    void aDumpIsOpenedInTheRelease() {
        String dump = Mooring.read(SET).write();

        assertThat(Mooring.opener().withRelease(OLD).open(dump).cluster().semantics())
                .isEqualTo(Semantics.of(OLD));
        assertThat(Mooring.opener()
                        .withSemantics(Semantics.DEFAULT.withGate("VolumeLimitScaling", false))
                        .open(dump)
                        .cluster()
                        .semantics())
                .isEqualTo(Semantics.DEFAULT.withGate("VolumeLimitScaling", false));
    }

    /** Its controllers start, and look at every object as those of a new release do. */
    @Test
    void whatStandsIsLookedAtAnewAfterAnUpgrade() {
        Mooring before =
                Mooring.loader().withRelease(OLD).read(CLAIM_AND_VOLUME).settle();
        Mooring after = before.as(NEW).settle();

        assertThat(conditions(before)).isEmpty();
        assertThat(conditions(after)).contains("Unused");
        assertThat(after.cluster().semantics()).isEqualTo(Semantics.of(NEW));
        assertThat(before.as(OLD).cluster()).isSameAs(before.cluster());
    }

    @Test
    void whatIsCreatedAfterAnUpgradeIsCreatedInTheNewRelease() {
        Mooring after =
                Mooring.loader().withRelease(OLD).read(CLAIM_AND_VOLUME).as(NEW).create(SET);

        assertThat(maxUnavailable(after)).contains("1");
        assertThat(maxUnavailable(after.as(OLD).assuming(Answers.nothing()))).contains("1");
        assertThat(after.as(OLD)
                        .assuming("csi.example.com", Answers.succeed())
                        .cluster()
                        .semantics())
                .isEqualTo(Semantics.of(OLD));
    }

    @Test
    void aControlPlaneOfTheCallerIsUpgradedToo() {
        Mooring mooring = Mooring.loader()
                .withControlPlane(ControlPlane.DEFAULT)
                .read(CLAIM_AND_VOLUME)
                .as(OLD);

        assertThat(mooring.cluster().semantics()).isEqualTo(Semantics.of(OLD));
        assertThat(conditions(mooring.settle())).isEmpty();
    }

    private static Optional<String> maxUnavailable(Mooring mooring) {
        return mooring.cluster()
                .get(new Ref<>(StatefulSet.KIND, "default", "web"))
                .orElseThrow()
                .spec()
                .updateStrategy()
                .rollingUpdate()
                .flatMap(update -> update.maxUnavailable())
                .map(value -> value.toJson());
    }

    private static String conditions(Mooring mooring) {
        Cluster cluster = mooring.cluster();
        PersistentVolumeClaim claim = cluster.claim("default", "data").orElseThrow();
        return String.join(
                ",",
                claim.status().conditions().stream().map(each -> each.type()).toList());
    }
}
