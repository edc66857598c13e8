package io.mooring.binding.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.workload.CronJob;
import io.mooring.workload.CronJobSpec;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobTemplateSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CronJobsTest {
    private static final Ref<CronJob> BACKUP = CronJob.ref(Given.NAMESPACE, "backup");

    private static CronJob backup(ObjectMeta ofJobs) {
        Job job = Workloads.job("x", JobSpec.builder().build(), "data");
        return CronJob.builder()
                .metadata(ObjectMeta.builder()
                        .name("backup")
                        .namespace(Given.NAMESPACE)
                        .build())
                .spec(CronJobSpec.builder()
                        .schedule("0 3 * * *")
                        .jobTemplate(JobTemplateSpec.builder()
                                .metadata(ofJobs)
                                .spec(job.spec())
                                .build())
                        .build())
                .build();
    }

    private static ObjectMeta nothing() {
        return ObjectMeta.builder().build();
    }

    private static Cluster with(CronJob cronJob) {
        return Given.cluster()
                .create(Given.node("n", "4"))
                .orThrow()
                .create(Given.lazy("lazy"))
                .orThrow()
                .create(Given.claim("data", "1Gi", "lazy"))
                .orThrow()
                .create(cronJob)
                .orThrow()
                .settle();
    }

    private static CronJob stored(Cluster cluster) {
        return cluster.get(BACKUP).orElseThrow();
    }

    @Test
    void aJobOnDemandRunsAndGoesWithItsCronJob() {
        Cluster cluster = with(backup(nothing()));
        assertThat(Workloads.pods(cluster)).isEmpty();
        Cluster run =
                cluster.create(CronJobs.job(stored(cluster), "now")).orThrow().settle();
        assertThat(run.get(Job.ref(Given.NAMESPACE, "now"))
                        .orElseThrow()
                        .status()
                        .active())
                .isEqualTo(1);
        assertThat(run.claim(Given.NAMESPACE, "data").orElseThrow().isBound()).isTrue();
        Cluster gone = run.delete(BACKUP).orThrow().settle();
        assertThat(Workloads.pods(gone)).isEmpty();
    }

    @Test
    void theJobIsTheOneThatKubectlMakes() {
        ObjectMeta ofJobs = ObjectMeta.builder()
                .putLabels("team", "storage")
                .putAnnotations("example.com/why", "audit")
                .build();
        CronJob cronJob = stored(with(backup(ofJobs)));
        Job job = CronJobs.job(cronJob, "now");
        assertThat(job.metadata().name()).isEqualTo("now");
        assertThat(job.metadata().namespace()).isEqualTo(Given.NAMESPACE);
        assertThat(job.metadata().labels()).isEqualTo(Map.of("team", "storage"));
        assertThat(job.metadata().annotations())
                .isEqualTo(Map.of("cronjob.kubernetes.io/instantiate", "manual", "example.com/why", "audit"));
        assertThat(job.metadata().ownerReferences())
                .containsExactly(OwnerReference.builder()
                        .apiVersion("batch/v1")
                        .kind("CronJob")
                        .name("backup")
                        .uid(cronJob.metadata().uid())
                        .controller(true)
                        .build());
        assertThat(job.spec()).isEqualTo(cronJob.spec().jobTemplate().spec());
    }

    @Test
    void theTemplateMaySayOfItselfHowItWasStarted() {
        ObjectMeta ofJobs = ObjectMeta.builder()
                .putAnnotations("cronjob.kubernetes.io/instantiate", "by-hand")
                .build();
        assertThat(CronJobs.job(backup(ofJobs), "now").metadata().annotations())
                .containsEntry("cronjob.kubernetes.io/instantiate", "by-hand");
    }

    @Test
    void aClaimOfItsPodsWaitsAndTheCronJobIsNamed() {
        Explanation explanation = Explainer.explain(with(backup(nothing())), Given.claimKey("data"));
        assertThat(explanation.text()).contains("CronJob default/backup speaks of the claim, and makes no pod here");
    }
}
