package io.mooring.admission.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Container;
import io.mooring.workload.ExitCodes;
import io.mooring.workload.FailureAction;
import io.mooring.workload.Job;
import io.mooring.workload.JobCondition;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobStatus;
import io.mooring.workload.PodConditionPattern;
import io.mooring.workload.PodFailurePolicy;
import io.mooring.workload.PodFailureRule;
import io.mooring.workload.PodReplacementPolicy;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.SuccessPolicy;
import io.mooring.workload.SuccessRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobAdmissionTest {
    static PodTemplateSpec template(String restartPolicy) {
        return PodTemplateSpec.builder()
                .spec(PodSpec.builder()
                        .addContainers(
                                Container.builder().name("main").image("x").build())
                        .addInitContainers(
                                Container.builder().name("first").image("x").build())
                        .rest(JsonObject.of("restartPolicy", new JsonString(restartPolicy)))
                        .build())
                .build();
    }

    private static JobSpec never() {
        return JobSpec.builder().template(template("Never")).build();
    }

    private static JobSpec indexed(int completions) {
        return never().withCompletionMode(CompletionMode.INDEXED).withCompletions(completions);
    }

    private static Job job(JobSpec spec) {
        return Job.builder()
                .metadata(ObjectMeta.builder().name("load").build())
                .spec(spec)
                .build();
    }

    private static JobSpec failing(PodFailureRule... rules) {
        return indexed(3)
                .withPodFailurePolicy(PodFailurePolicy.builder().addRules(rules).build());
    }

    private static PodFailureRule onCodes(FailureAction action, ExitCodes codes) {
        return PodFailureRule.builder().action(action).onExitCodes(codes).build();
    }

    private static ExitCodes codes(String operator, int... values) {
        return ExitCodes.builder().operator(operator).addValues(values).build();
    }

    private static PodFailureRule onCondition(FailureAction action, String type, String status) {
        return PodFailureRule.builder()
                .action(action)
                .addOnPodConditions(
                        PodConditionPattern.builder().type(type).status(status).build())
                .build();
    }

    private static JobSpec succeeding(SuccessRule... rules) {
        return indexed(5)
                .withSuccessPolicy(SuccessPolicy.builder().addRules(rules).build());
    }

    private static SuccessRule rule(Optional<String> indexes, Optional<Integer> count) {
        return SuccessRule.builder()
                .succeededIndexes(indexes)
                .succeededCount(count)
                .build();
    }

    private static Job admitted(JobSpec spec) {
        return (Job) ((Verdict.Admitted) Admission.create(job(spec), AdmissionWorld.EMPTY)).object();
    }

    private static List<String> refusals(JobSpec spec) {
        return causes(Admission.create(job(spec), AdmissionWorld.EMPTY));
    }

    private static List<String> causes(Verdict verdict) {
        return verdict.refused().map(Verdict.Refused::causes).orElse(List.of()).stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
    }

    private static List<String> refusals(Job stored, JobSpec changed) {
        return causes(Admission.update(stored, Objects.write(stored.withSpec(changed)), AdmissionWorld.EMPTY));
    }

    @Test
    void fillsInWhatAJobDoesNotSay() {
        JobSpec spec = admitted(never()).spec();
        assertThat(spec.completions()).contains(1);
        assertThat(spec.parallelism()).contains(1);
        assertThat(spec.backoffLimit()).contains(6);
        assertThat(spec.completionMode()).contains(CompletionMode.NON_INDEXED);
        assertThat(spec.suspend()).contains(false);
        assertThat(spec.manualSelector()).contains(false);
        assertThat(spec.podReplacementPolicy()).contains(PodReplacementPolicy.TERMINATING_OR_FAILED);
        assertThat(admitted(never().withParallelism(2)).spec().completions()).isEmpty();
    }

    @Test
    void aLimitOfEachNumberLeavesNoneOfTheJob() {
        assertThat(admitted(indexed(3).withBackoffLimitPerIndex(1)).spec().backoffLimit())
                .contains(Integer.MAX_VALUE);
    }

    @Test
    void aPolicyOfFailuresReplacesOnlyWhatFailed() {
        JobSpec spec = failing(onCondition(FailureAction.IGNORE, "DisruptionTarget", ""));
        Job stored = admitted(spec);
        assertThat(stored.spec().podReplacementPolicy()).contains(PodReplacementPolicy.FAILED);
        assertThat(stored.spec()
                        .podFailurePolicy()
                        .orElseThrow()
                        .rules()
                        .get(0)
                        .onPodConditions()
                        .get(0)
                        .status())
                .isEqualTo("True");
        assertThat(refusals(spec.withPodReplacementPolicy(PodReplacementPolicy.TERMINATING_OR_FAILED)))
                .containsExactly(
                        "spec.podReplacementPolicy: Unsupported value: \"TerminatingOrFailed\": supported values:"
                                + " \"Failed\"");
        assertThat(refusals(spec.withTemplate(template("OnFailure"))))
                .containsExactly("spec.template.spec.restartPolicy: Invalid value: \"OnFailure\": only \"Never\" is"
                        + " supported when podFailurePolicy is specified");
    }

    @Test
    void readsWhatItWrites() {
        Job stored = admitted(failing(
                        onCodes(FailureAction.FAIL_JOB, codes("In", 1, 2).withContainerName("main")),
                        onCondition(FailureAction.COUNT, "DisruptionTarget", "False"))
                .withSuccessPolicy(SuccessPolicy.builder()
                        .addRules(rule(Optional.of("0,2"), Optional.of(1)))
                        .build())
                .withBackoffLimitPerIndex(2)
                .withMaxFailedIndexes(1)
                .withManagedBy("kubernetes.io/job-controller"));
        assertThat(Objects.read(Job.KIND, Objects.write(stored)).orThrow()).isEqualTo(stored);
    }

    @Test
    void aFieldBehindAGateThatIsOffIsDropped() {
        JsonObject tree = Objects.write(job(never()));
        JsonObject spec = ((JsonObject) tree.get("spec").orElseThrow())
                .with("scheduling", JsonObject.of("schedulingPolicy", JsonObject.EMPTY));
        Job read = Objects.read(Job.KIND, tree.with("spec", spec)).orThrow();
        assertThat(read.spec().rest()).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void theModeIsOneOfTwo() {
        assertThat(refusals(never().withCompletionMode(new CompletionMode(""))))
                .containsExactly(
                        "spec.completionMode: Unsupported value: \"\": supported values: \"NonIndexed\", \"Indexed\"");
        assertThat(refusals(never().withCompletionMode(CompletionMode.INDEXED).withParallelism(100_001)))
                .containsExactly(
                        "spec.completions: Required value: when completion mode is Indexed",
                        "spec.parallelism: Invalid value: 100001: must be less than or equal to 100000 when completion mode"
                                + " is Indexed");
    }

    @Test
    void onlyNumbersFailByThemselves() {
        assertThat(refusals(never().withBackoffLimitPerIndex(1).withMaxFailedIndexes(1)))
                .containsExactly(
                        "spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode",
                        "spec.maxFailedIndexes: Invalid value: 1: requires indexed completion mode");
        assertThat(refusals(indexed(3).withMaxFailedIndexes(4)))
                .containsExactly(
                        "spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified",
                        "spec.maxFailedIndexes: Invalid value: 4: must be less than or equal to completions");
        assertThat(refusals(indexed(3).withBackoffLimitPerIndex(-1).withMaxFailedIndexes(-1)))
                .containsExactly(
                        "spec.backoffLimitPerIndex: Invalid value: -1: must be greater than or equal to 0",
                        "spec.maxFailedIndexes: Invalid value: -1: must be greater than or equal to 0");
    }

    @Test
    void manyNumbersFailWithinLimits() {
        JobSpec many = indexed(100_001).withBackoffLimitPerIndex(1);
        assertThat(refusals(many.withParallelism(10_001)))
                .containsExactly(
                        "spec.maxFailedIndexes: Required value: must be specified when completions is above 100000",
                        "spec.parallelism: Invalid value: 10001: must be less than or equal to 10000 when completions are"
                                + " above 100000 and used with backoff limit per index");
        assertThat(refusals(many.withMaxFailedIndexes(10_001)))
                .containsExactly("spec.maxFailedIndexes: Invalid value: 10001: must be less than or equal to 10000 when"
                        + " completions are above 100000 and used with backoff limit per index");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme.io/jobs |",
                "'' | Required value",
                "jobs | Invalid value: \"jobs\": must be a domain-prefixed path (such as \"acme.io/foo\")",
                "acme.io/ | Invalid value: \"acme.io/\": must be a domain-prefixed path (such as \"acme.io/foo\")",
                "acme.io/a b | Invalid value: \"a b\": Invalid path (regex used for validation is"
                        + " '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')",
            })
    void aManagerIsNamedByItsDomain(String manager, String problem) {
        List<String> expected = problem == null ? List.of() : List.of("spec.managedBy: " + problem);
        assertThat(refusals(never().withManagedBy(manager))).isEqualTo(expected);
    }

    @Test
    void aLongManagerIsRefused() {
        assertThat(refusals(never().withManagedBy("acme.io/" + "a".repeat(56))))
                .containsExactly("spec.managedBy: Too long: may not be more than 63 bytes");
    }

    @Test
    void aRuleOfFailuresSaysWhatAndWhen() {
        String at = "spec.podFailurePolicy.rules[0]";
        assertThat(refusals(failing(PodFailureRule.builder().build())))
                .containsExactly(
                        at + ".action: Required value: valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]",
                        at + ": Invalid value: specifying one of OnExitCodes and OnPodConditions is required");
        assertThat(refusals(failing(onCodes(new FailureAction("Retry"), codes("In", 1))
                        .withOnPodConditions(PodConditionPattern.builder()
                                .type("DisruptionTarget")
                                .status("Maybe")
                                .build()))))
                .containsExactly(
                        at + ".action: Unsupported value: \"Retry\": supported values: \"Count\", \"FailIndex\","
                                + " \"FailJob\", \"Ignore\"",
                        at + ".onPodConditions[0].status: Unsupported value: \"Maybe\": supported values: \"False\","
                                + " \"True\", \"Unknown\"",
                        at + ": Invalid value: specifying both OnExitCodes and OnPodConditions is not supported");
        assertThat(refusals(failing(onCodes(FailureAction.FAIL_INDEX, codes("In", 1)))))
                .containsExactly(
                        at + ".action: Invalid value: \"FailIndex\": requires the backoffLimitPerIndex to be set");
    }

    @Test
    void exitCodesAreOrderedAndOfAContainer() {
        String at = "spec.podFailurePolicy.rules[0].onExitCodes";
        assertThat(refusals(failing(
                        onCodes(FailureAction.IGNORE, codes("In", 0, 3, 2, 3).withContainerName("other")))))
                .containsExactly(
                        at
                                + ".containerName: Invalid value: \"other\": must be one of the container or initContainer names"
                                + " in the pod template",
                        at + ".values[0]: Invalid value: 0: must not be 0 for the In operator",
                        at + ".values[3]: Duplicate value: 3",
                        at + ".values: Invalid value: [...]: must be ordered");
        assertThat(refusals(failing(onCodes(FailureAction.IGNORE, codes("")))))
                .containsExactly(
                        at + ".operator: Required value: valid values: [\"In\" \"NotIn\"]",
                        at + ".values: Invalid value: []: at least one value is required");
        int[] many = IntStream.rangeClosed(1, 256).toArray();
        assertThat(refusals(failing(onCodes(FailureAction.IGNORE, codes("NotIn", many)))))
                .containsExactly(at + ".values: Too many: 256: must have at most 255 items");
        assertThat(refusals(
                        failing(onCodes(FailureAction.IGNORE, codes("NotIn", 0).withContainerName("first")))))
                .isEmpty();
    }

    @Test
    void aConditionHasAQualifiedName() {
        assertThat(refusals(failing(onCondition(FailureAction.IGNORE, "-", "True"))))
                .singleElement()
                .asString()
                .startsWith(
                        "spec.podFailurePolicy.rules[0].onPodConditions[0].type: Invalid value: \"-\": name part must"
                                + " consist of");
    }

    @Test
    void thereAreNotManyRules() {
        PodFailureRule[] rules = IntStream.range(0, 21)
                .mapToObj(i -> onCondition(FailureAction.IGNORE, "DisruptionTarget", "True"))
                .toArray(PodFailureRule[]::new);
        assertThat(refusals(failing(rules)))
                .containsExactly("spec.podFailurePolicy.rules: Too many: 21: must have at most 20 items");
    }

    @Test
    void onlyNumbersSucceedEarly() {
        JobSpec policy = succeeding(rule(Optional.empty(), Optional.of(1)));
        assertThat(refusals(policy.withCompletionMode(CompletionMode.NON_INDEXED)))
                .containsExactly("spec.successPolicy: Invalid value: {...}: requires indexed completion mode");
        assertThat(refusals(succeeding()))
                .containsExactly(
                        "spec.successPolicy.rules: Required value: at least one rules must be specified when the"
                                + " successPolicy is specified");
        assertThat(refusals(succeeding(SuccessRule.builder().build())))
                .containsExactly("spec.successPolicy.rules[0]: Required value: at least one of succeededCount or"
                        + " succeededIndexes must be specified");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,2-4 | ",
                "5 | too large index: \"5\"",
                "2-9 | too large index: \"9\"",
                "a | cannot convert string to integer for index: \"a\"",
                "1, | cannot convert string to integer for index: \"\"",
                "3-1 | non-increasing order, previous: 3, current: 1",
                "2,2 | non-increasing order, previous: 2, current: 2",
                "1-2-3 | the fragment \"1-2-3\" violates the requirement that an index interval can have at most two parts"
                        + " separated by '-'",
            })
    void numbersAreWrittenAsRuns(String indexes, String problem) {
        List<String> expected = problem == null
                ? List.of()
                : List.of("spec.successPolicy.rules[0].succeededIndexes: Invalid value: \"" + indexes
                        + "\": error parsing succeededIndexes: " + problem);
        assertThat(refusals(succeeding(rule(Optional.of(indexes), Optional.empty()))))
                .isEqualTo(expected);
    }

    @Test
    void noMoreNumbersAreAskedForThanThereAre() {
        String at = "spec.successPolicy.rules[0].succeededCount";
        assertThat(refusals(succeeding(rule(Optional.of("0-2"), Optional.of(6)))))
                .containsExactly(
                        at
                                + ": Invalid value: 6: must be less than or equal to 5 (the number of specified completions)",
                        at
                                + ": Invalid value: 6: must be less than or equal to 3 (the number of indexes in the specified"
                                + " succeededIndexes field)");
        assertThat(refusals(succeeding(rule(Optional.empty(), Optional.of(-1)))))
                .containsExactly(at + ": Invalid value: -1: must be greater than or equal to 0");
    }

    @Test
    void aPodEnds() {
        assertThat(refusals(never().withTemplate(template("Always"))))
                .containsExactly(
                        "spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\"");
    }

    @Test
    void theLabelsThatAreMadeForItAreItsOwn() {
        PodTemplateSpec template = template("Never");
        JobSpec labelled = never().withTemplate(
                        template.withMetadata(template.metadata().withLabels(Map.of("job-name", "other"))));
        assertThat(refusals(labelled))
                .containsExactly("spec.template.metadata.labels[job-name]: Invalid value: {...}: must be 'load'");
        assertThat(refusals(never().withSelector(
                                LabelSelector.builder().putMatchLabels("a", "b").build())))
                .containsExactly(
                        "spec.selector: Invalid value: {...}: `selector` not auto-generated",
                        "spec.template.metadata.labels: Invalid value: {...}: `selector` does not match template `labels`");
        assertThat(refusals(never().withManualSelector(true)))
                .containsExactly(
                        "spec.selector: Required value",
                        "spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`");
    }

    @Test
    void aNumberedPodNeedsAHostname() {
        Job job = job(indexed(100));
        String name = "a".repeat(61);
        assertThat(causes(Admission.create(job.withMetadata(job.metadata().withName(name)), AdmissionWorld.EMPTY)))
                .containsExactly("metadata.name: Invalid value: \"" + name
                        + "\": will not able to create pod with invalid DNS label: " + name + "-99");
    }

    @Test
    void whatDecidesOnFailuresStays() {
        Job stored = admitted(
                failing(onCodes(FailureAction.FAIL_JOB, codes("In", 1))).withBackoffLimitPerIndex(1));
        JobSpec spec = stored.spec();
        assertThat(refusals(stored, spec.withBackoffLimitPerIndex(2)))
                .containsExactly("spec.backoffLimitPerIndex: Invalid value: 2: field is immutable");
        assertThat(refusals(stored, spec.withPodFailurePolicy(Optional.empty())))
                .containsExactly("spec.podFailurePolicy: Invalid value: null: field is immutable");
        assertThat(refusals(stored, spec.withManagedBy("acme.io/jobs")))
                .containsExactly("spec.managedBy: Invalid value: \"acme.io/jobs\": field is immutable");
        assertThat(refusals(
                        stored,
                        spec.withSuccessPolicy(SuccessPolicy.builder()
                                .addRules(rule(Optional.empty(), Optional.of(1)))
                                .build())))
                .containsExactly("spec.successPolicy: Invalid value: {...}: field is immutable");
        assertThat(refusals(stored, spec.withMaxFailedIndexes(2))).isEmpty();
        assertThat(refusals(stored, spec.withBackoffLimit(2))).isEmpty();
    }

    @Test
    void anIndexedJobGrowsByBothNumbers() {
        Job stored = admitted(indexed(3).withParallelism(3));
        assertThat(refusals(stored, stored.spec().withCompletions(5)))
                .containsExactly(
                        "spec.completions: Invalid value: 5: can only be modified in tandem with spec.parallelism");
        assertThat(refusals(stored, stored.spec().withCompletions(5).withParallelism(5)))
                .isEmpty();
        Job plain = admitted(never());
        assertThat(refusals(plain, plain.spec().withCompletions(5)))
                .containsExactly("spec.completions: Invalid value: 5: field is immutable");
    }

    @Test
    void theTemplateChangesOnlyWhileTheJobIsAtRest() {
        Job stored = admitted(never().withSuspend(true));
        JobSpec tolerant = stored.spec().withTemplate(tolerating(stored.spec().template()));
        assertThat(refusals(stored, tolerant)).isEmpty();
        JobStatus begun = JobStatus.builder().startTime(Instant.EPOCH).build();
        assertThat(refusals(stored.withStatus(begun), tolerant))
                .containsExactly("spec.template: Invalid value: {...}: field is immutable");
        JobCondition suspended =
                JobCondition.builder().type("Suspended").status("True").build();
        assertThat(refusals(stored.withStatus(begun.withConditions(suspended)), tolerant))
                .isEmpty();
        assertThat(refusals(stored.withStatus(begun.withConditions(suspended).withActive(1)), tolerant))
                .hasSize(1);
        Job running = admitted(never());
        assertThat(refusals(
                        running,
                        running.spec().withTemplate(tolerating(running.spec().template()))))
                .containsExactly("spec.template: Invalid value: {...}: field is immutable");
        PodTemplateSpec other = stored.spec().template();
        assertThat(refusals(
                        stored,
                        stored.spec()
                                .withTemplate(other.withSpec(other.spec()
                                        .withContainers(
                                                other.spec().containers().get(0).withImage("y"))))))
                .containsExactly("spec.template.spec: Invalid value: {...}: field is immutable");
    }

    private static PodTemplateSpec tolerating(PodTemplateSpec template) {
        JsonObject all = JsonObject.of("operator", new JsonString("Exists"));
        return template.withSpec(
                template.spec().withRest(template.spec().rest().with("tolerations", JsonArray.of(all))));
    }

    /** 64 KiB. */
    @Test
    void aTextOfNumbersIsNotLonger() {
        String zero = "0".repeat(64 * 1024);
        assertThat(refusals(succeeding(rule(Optional.of(zero), Optional.empty()))))
                .isEmpty();
        assertThat(refusals(succeeding(rule(Optional.of(zero + "0"), Optional.empty()))))
                .containsExactly(
                        "spec.successPolicy.rules[0].succeededIndexes: Too long: may not be more than 65536 bytes");
    }
}
