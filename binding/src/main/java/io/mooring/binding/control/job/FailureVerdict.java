package io.mooring.binding.control.job;

import io.mooring.workload.ExitCodes;
import io.mooring.workload.FailureAction;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.PodConditionPattern;
import io.mooring.workload.PodFailureRule;
import java.util.List;
import java.util.Optional;

/** What a Job makes of a pod that failed. Models {@code matchPodFailurePolicy}. */
sealed interface FailureVerdict {
    /** Whether it counts towards the limits. */
    default boolean counts() {
        return true;
    }

    /** Whether the pod's number has failed with it, however often it may be tried. */
    default boolean failsIndex() {
        return false;
    }

    /** The end of the Job, if it has failed with the pod. */
    default Optional<Ending> ending() {
        return Optional.empty();
    }

    /** As any failure does where no rule speaks of it. */
    record Counted() implements FailureVerdict {}

    /** Another pod is made, as if there had been none. */
    record Ignored() implements FailureVerdict {
        @Override
        public boolean counts() {
            return false;
        }
    }

    /** Its number is not tried again. */
    record IndexFailed() implements FailureVerdict {
        @Override
        public boolean failsIndex() {
            return true;
        }
    }

    /**
     * The Job has failed.
     *
     * @param rule the number of the rule that says so
     */
    record JobFailed(Pod pod, Sign sign, int rule) implements FailureVerdict {
        @Override
        public Optional<Ending> ending() {
            String name = pod.metadata().namespace() + "/" + pod.metadata().name();
            return Optional.of(
                    Ending.failed("PodFailurePolicy", sign.ofPod(name) + " matching FailJob rule at index " + rule));
        }
    }

    /** By what a rule knew the failure. */
    sealed interface Sign {
        /** The beginning of the message. */
        String ofPod(String name);
    }

    /** A container that ended with a code. */
    record ContainerEnded(String container, int code) implements Sign {
        @Override
        public String ofPod(String name) {
            return "Container " + container + " for pod " + name + " failed with exit code " + code;
        }
    }

    /** A condition of the pod. */
    record ConditionSeen(String type) implements Sign {
        @Override
        public String ofPod(String name) {
            return "Pod " + name + " has condition " + type;
        }
    }

    /** The first rule that fits decides, if there is any. */
    static FailureVerdict of(Job job, Pod pod) {
        List<PodFailureRule> rules =
                job.spec().podFailurePolicy().map(policy -> policy.rules()).orElse(List.of());
        for (int i = 0; i < rules.size(); i++) {
            int number = i;
            PodFailureRule rule = rules.get(i);
            Optional<FailureVerdict> verdict =
                    sign(rule, pod).flatMap(sign -> of(rule.action(), new JobFailed(pod, sign, number)));
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return new Counted();
    }

    private static Optional<FailureVerdict> of(FailureAction action, JobFailed jobFailed) {
        return switch (action.value()) {
            case "FailJob" -> Optional.of(jobFailed);
            case "FailIndex" -> Optional.of(new IndexFailed());
            case "Ignore" -> Optional.of(new Ignored());
            case "Count" -> Optional.of(new Counted());
            default -> Optional.empty();
        };
    }

    /** A container that still runs, or that ended with 0, did not fail. */
    private static Optional<Sign> sign(PodFailureRule rule, Pod pod) {
        if (rule.onExitCodes().isEmpty()) {
            return pod.status().conditions().stream()
                    .filter(condition -> rule.onPodConditions().stream()
                            .anyMatch(pattern -> pattern.equals(PodConditionPattern.builder()
                                    .type(condition.type())
                                    .status(condition.status())
                                    .build())))
                    .findFirst()
                    .map(condition -> new ConditionSeen(condition.type()));
        }
        ExitCodes codes = rule.onExitCodes().get();
        return TrackedPods.containersEnded(pod)
                .filter(ended -> codes.containerName()
                        .filter(name -> !name.equals(ended.container()))
                        .isEmpty())
                .filter(ended -> ended.code() != 0 && codes.accepts(ended.code()))
                .findFirst()
                .map(Sign.class::cast);
    }
}
