package io.mooring.admission.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.ConcurrencyPolicy;
import io.mooring.workload.CronJob;
import io.mooring.workload.CronJobSpec;
import io.mooring.workload.CronJobStatus;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobTemplateSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronJobAdmissionTest {
    private static CronJobSpec nightly() {
        return making(
                JobSpec.builder().template(JobAdmissionTest.template("Never")).build());
    }

    private static CronJobSpec making(JobSpec spec) {
        return CronJobSpec.builder()
                .schedule("17 2 * * *")
                .jobTemplate(JobTemplateSpec.builder().spec(spec).build())
                .build();
    }

    private static CronJob cronJob(String name, CronJobSpec spec) {
        return CronJob.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(spec)
                .build();
    }

    private static Verdict.Admitted admission(CronJob cronJob) {
        return (Verdict.Admitted) Admission.create(cronJob, AdmissionWorld.EMPTY);
    }

    private static CronJob admitted(CronJobSpec spec) {
        return (CronJob) admission(cronJob("backup", spec)).object();
    }

    private static List<String> refusals(CronJobSpec spec) {
        return causes(Admission.create(cronJob("backup", spec), AdmissionWorld.EMPTY));
    }

    private static Verdict update(CronJob stored, CronJobSpec spec) {
        return Admission.update(stored, Objects.write(stored.withSpec(spec)), AdmissionWorld.EMPTY);
    }

    private static List<String> causes(Verdict verdict) {
        return verdict.refused().map(Verdict.Refused::causes).orElse(List.of()).stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
    }

    @Test
    void fillsInWhatACronJobDoesNotSay() {
        CronJobSpec spec = admitted(nightly()).spec();
        assertThat(spec.concurrencyPolicy()).contains(ConcurrencyPolicy.ALLOW);
        assertThat(spec.suspend()).contains(false);
        assertThat(spec.successfulJobsHistoryLimit()).contains(3);
        assertThat(spec.failedJobsHistoryLimit()).contains(1);
    }

    @Test
    void leavesItsJobsToFillInWhatTheyDoNotSay() {
        JobSpec spec = admitted(nightly()).spec().jobTemplate().spec();
        assertThat(spec.backoffLimit()).isEmpty();
        assertThat(spec.completions()).isEmpty();
        assertThat(spec.completionMode()).isEmpty();
        assertThat(spec.selector()).isEmpty();
        assertThat(spec.template().metadata().labels()).isEmpty();
        assertThat(spec.template().spec().schedulerName()).isEqualTo("default-scheduler");
    }

    @Test
    void readsWhatItWrites() {
        CronJobStatus status = CronJobStatus.builder()
                .addActive(
                        ObjectReference.builder().kind("Job").name("backup-1").build())
                .lastScheduleTime(Instant.EPOCH)
                .build();
        CronJob stored = admitted(nightly().withTimeZone("Europe/Berlin").withStartingDeadlineSeconds(60L))
                .withStatus(status);
        assertThat(Objects.read(CronJob.KIND, Objects.write(stored)).orThrow()).isEqualTo(stored);
    }

    @Test
    void aNewOneHasNoStatusAndAnUpdateKeepsIt() {
        CronJobStatus status =
                CronJobStatus.builder().lastScheduleTime(Instant.EPOCH).build();
        CronJob stored = admitted(nightly());
        assertThat(((CronJob) admission(stored.withStatus(status)).object()).status())
                .isEqualTo(CronJobStatus.builder().build());
        Verdict.Admitted updated = (Verdict.Admitted)
                update(stored.withStatus(status), stored.spec().withSuspend(true));
        assertThat(((CronJob) updated.object()).status()).isEqualTo(status);
    }

    @Test
    void aNameLeavesRoomForThatOfItsJobs() {
        String longest = "a".repeat(52);
        assertThat(Admission.create(cronJob(longest, nightly()), AdmissionWorld.EMPTY)
                        .refused())
                .isEmpty();
        assertThat(causes(Admission.create(cronJob(longest + "a", nightly()), AdmissionWorld.EMPTY)))
                .containsExactly(
                        "metadata.name: Invalid value: \"" + longest + "a\": must be no more than 52 characters");
        CronJob stored = cronJob(longest + "a", admitted(nightly()).spec());
        assertThat(causes(update(stored, stored.spec().withSuspend(true)))).isEmpty();
    }

    @Test
    void aNameThatIsNoLabelIsWarnedOf() {
        assertThat(admission(cronJob("backup.nightly", nightly())).warnings()).hasSize(1);
    }

    @Test
    void numbersAreNotNegativeAndWordsAreKnown() {
        assertThat(refusals(nightly()
                        .withSchedule("")
                        .withStartingDeadlineSeconds(-1L)
                        .withConcurrencyPolicy(new ConcurrencyPolicy("Wait"))
                        .withSuccessfulJobsHistoryLimit(-1)
                        .withFailedJobsHistoryLimit(-1)))
                .containsExactly(
                        "spec.startingDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0",
                        "spec.concurrencyPolicy: Unsupported value: \"Wait\": supported values: \"Allow\", \"Forbid\","
                                + " \"Replace\"",
                        "spec.successfulJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0",
                        "spec.failedJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0",
                        "spec.schedule: Required value");
    }

    @Test
    void itsTemplateIsCheckedAsAJobIs() {
        JobSpec spec = JobSpec.builder()
                .template(JobAdmissionTest.template("Always"))
                .backoffLimitPerIndex(1)
                .selector(LabelSelector.builder().putMatchLabels("a", "b").build())
                .manualSelector(true)
                .build();
        String at = "spec.jobTemplate.spec.";
        assertThat(refusals(making(spec)))
                .containsExactly(
                        at + "backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode",
                        at + "template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\"",
                        at + "selector: Invalid value: {...}: `selector` will be auto-generated",
                        at + "manualSelector: Unsupported value: true: supported values: \"nil\", \"false\"");
        assertThat(refusals(making(spec.withTemplate(JobAdmissionTest.template("Never"))
                        .withCompletionMode(CompletionMode.INDEXED)
                        .withSelector(Optional.empty())
                        .withManualSelector(false))))
                .containsExactly(at + "completions: Required value: when completion mode is Indexed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "*/15 0-6,22-23/2 ? JAN-mar mon-FRI",
                "5/10 1,,2 +1 12 0",
                "@daily",
                "@every 1h30m",
                "@every -1.5h.5ms0s",
                "*-5 * * * *",
            })
    void schedulesThatCronTakes(String schedule) {
        assertThat(refusals(nightly().withSchedule(schedule))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * | expected exactly 5 fields, found 4: [* * * *]",
                "* * * * * * | expected exactly 5 fields, found 6: [* * * * * *]",
                "60 * * * * | end of range (60) above maximum (59): 60",
                "* * 0 * * | beginning of range (0) below minimum (1): 0",
                "* * * * 7 | end of range (7) above maximum (6): 7",
                "5-1 * * * * | beginning of range (5) beyond end of range (1): 5-1",
                "*/0 * * * * | step of range should be a positive number: */0",
                "*/-1 * * * * | negative number (-1) not allowed: -1",
                "1-2-3 * * * * | too many hyphens: 1-2-3",
                "1/2/3 * * * * | too many slashes: 1/2/3",
                "x * * * * | failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax",
                "-1 * * * * | failed to parse int from : strconv.Atoi: parsing \"\": invalid syntax",
                "99999999999999999999 * * * * | failed to parse int from 99999999999999999999: strconv.Atoi: parsing"
                        + " \"99999999999999999999\": value out of range",
                "@noon | unrecognized descriptor: @noon",
                "@every 5 | failed to parse duration @every 5: time: missing unit in duration \"5\"",
                "@every x | failed to parse duration @every x: time: invalid duration \"x\"",
                "@every 5d | failed to parse duration @every 5d: time: unknown unit \"d\" in duration \"5d\"",
            })
    void schedulesThatCronRefuses(String schedule, String problem) {
        assertThat(refusals(nightly().withSchedule(schedule)))
                .containsExactly("spec.schedule: Invalid value: \"" + schedule + "\": " + problem);
    }

    @Test
    void aZoneInTheScheduleStaysWhereItIsStored() {
        String zoned = "TZ=UTC 0 3 * * *";
        assertThat(refusals(nightly().withSchedule(zoned)))
                .containsExactly("spec.schedule: Invalid value: \"" + zoned
                        + "\": cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        assertThat(refusals(nightly().withSchedule("CRON_TZ=Mars/Base 0 3 * * *")))
                .hasSize(2)
                .anyMatch(cause -> cause.contains("provided bad location Mars/Base: unknown time zone Mars/Base"));
        assertThat(refusals(nightly().withSchedule("TZ=0")))
                .hasSize(2)
                .anyMatch(cause -> cause.contains("invalid schedule format: runtime error"));
        CronJob stored = admitted(nightly());
        CronJob old = stored.withSpec(stored.spec().withSchedule(zoned));
        Verdict updated = update(old, old.spec().withSuspend(true));
        assertThat(causes(updated)).isEmpty();
        assertThat(((Verdict.Admitted) updated).warnings())
                .singleElement()
                .asString()
                .startsWith("cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead");
        assertThat(causes(update(old, old.spec().withTimeZone("UTC"))))
                .containsExactly("spec.schedule: Invalid value: \"" + zoned
                        + "\": cannot use both timeZone field and TZ or CRON_TZ in schedule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST"})
    void zonesThatThereAre(String zone) {
        assertThat(refusals(nightly().withTimeZone(zone))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | timeZone must be nil or non-empty string",
                "Europe/../UTC | unknown time zone Europe/../UTC",
                "-Europe/Berlin | unknown time zone -Europe/Berlin",
                "Europe/Ahlbeck | unknown time zone Europe/Ahlbeck",
                "europe/berlin | unknown time zone europe/berlin",
                "Local | timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones",
            })
    void zonesThatThereAreNot(String zone, String problem) {
        assertThat(refusals(nightly().withTimeZone(zone)))
                .containsExactly("spec.timeZone: Invalid value: \"" + zone + "\": " + problem);
        CronJob stored = admitted(nightly());
        CronJob old = stored.withSpec(stored.spec().withTimeZone(zone));
        assertThat(causes(update(old, old.spec().withSuspend(true)))).isEmpty();
    }
}
