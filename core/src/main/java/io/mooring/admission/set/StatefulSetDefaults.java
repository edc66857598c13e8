package io.mooring.admission.set;

import io.mooring.admission.claim.ClaimDefaults;
import io.mooring.admission.pod.PodTemplates;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.PodManagementPolicy;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;

/** What the API server fills in where a StatefulSet says nothing. Models {@code SetDefaults_StatefulSet}. */
final class StatefulSetDefaults {
    private static final int REVISIONS_KEPT = 10;

    private StatefulSetDefaults() {}

    static StatefulSetSpec spec(StatefulSetSpec read) {
        return read.withPodManagementPolicy(read.podManagementPolicy().orElse(PodManagementPolicy.ORDERED_READY))
                .withUpdateStrategy(updateStrategy(read.updateStrategy()))
                .withPersistentVolumeClaimRetentionPolicy(retention(read.persistentVolumeClaimRetentionPolicy()
                        .orElse(ClaimRetention.builder().build())))
                .withReplicas(read.replicas().orElse(1))
                .withRevisionHistoryLimit(read.revisionHistoryLimit().orElse(REVISIONS_KEPT))
                .withTemplate(PodTemplates.TEMPLATE.withDefaults(read.template()))
                .withVolumeClaimTemplates(read.volumeClaimTemplates().stream()
                        .map(StatefulSetDefaults::claimTemplate)
                        .toList());
    }

    private static UpdateStrategy updateStrategy(UpdateStrategy read) {
        UpdateStrategy typed = read;
        if (read.type().isEmpty()) {
            typed = read.withType(UpdateStrategyType.ROLLING_UPDATE)
                    .withRollingUpdate(
                            read.rollingUpdate().orElse(RollingUpdate.builder().build()));
        }
        boolean rolls =
                typed.type().filter(UpdateStrategyType.ROLLING_UPDATE::equals).isPresent();
        return rolls ? typed.withRollingUpdate(typed.rollingUpdate().map(StatefulSetDefaults::rollingUpdate)) : typed;
    }

    private static RollingUpdate rollingUpdate(RollingUpdate read) {
        return read.withPartition(read.partition().orElse(0));
    }

    private static ClaimRetention retention(ClaimRetention read) {
        return read.withWhenDeleted(read.whenDeleted().orElse(ClaimRetentionPolicy.RETAIN))
                .withWhenScaled(read.whenScaled().orElse(ClaimRetentionPolicy.RETAIN));
    }

    /** Whatever it called itself, it is a claim. */
    private static ClaimTemplate claimTemplate(ClaimTemplate read) {
        return read.withApiVersion("v1")
                .withKind("PersistentVolumeClaim")
                .withSpec(ClaimDefaults.spec(read.spec()))
                .withStatus(ClaimDefaults.status(read.status()));
    }
}
