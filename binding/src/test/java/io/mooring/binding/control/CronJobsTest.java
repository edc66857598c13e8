package io.mooring.binding.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import org.junit.jupiter.api.Test;

class CronJobsTest {
    @Test
    void aJobOnDemandRunsAndGoesWithItsCronJob() {
        JsonObject job = Objects.write(Workloads.job("x", JobSpec.builder().build(), "data"));
        JsonObject template = JsonObject.of("spec", job.get("spec").orElseThrow());
        OtherObject cronJob = new OtherObject(
                OtherObject.kindOf("batch/v1", "CronJob"),
                ObjectMeta.builder().name("backup").namespace(Given.NAMESPACE).build(),
                JsonObject.of(
                        "spec",
                        JsonObject.of("schedule", new JsonString("0 3 * * *")).with("jobTemplate", template)));
        Cluster cluster = Given.cluster()
                .create(Given.node("n", "4"))
                .orThrow()
                .create(Given.lazy("lazy"))
                .orThrow()
                .create(Given.claim("data", "1Gi", "lazy"))
                .orThrow()
                .create(cronJob)
                .orThrow()
                .settle();
        assertThat(Workloads.pods(cluster)).isEmpty();
        OtherObject stored =
                cluster.get(cronJob.kind().ref(Given.NAMESPACE, "backup")).orElseThrow();
        Cluster run = cluster.create(CronJobs.job(stored, "now")).orThrow().settle();
        assertThat(run.get(Job.ref(Given.NAMESPACE, "now"))
                        .orElseThrow()
                        .status()
                        .active())
                .isEqualTo(1);
        assertThat(run.claim(Given.NAMESPACE, "data").orElseThrow().isBound()).isTrue();
        Cluster gone = run.delete(stored.kind().ref(Given.NAMESPACE, "backup"))
                .orThrow()
                .settle();
        assertThat(Workloads.pods(gone)).isEmpty();
    }
}
