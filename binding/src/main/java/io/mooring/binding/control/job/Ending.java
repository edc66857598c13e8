package io.mooring.binding.control.job;

/**
 * How a Job ends: first it says what it aims at, and when all pods are counted and gone, that it is over.
 *
 * @param aim the condition that it has meanwhile
 * @param end the condition that it has at last
 */
record Ending(String aim, String end, String reason, String message) {
    static final String FAILURE_TARGET = "FailureTarget";
    static final String SUCCESS_CRITERIA_MET = "SuccessCriteriaMet";
    static final String FAILED = "Failed";
    static final String COMPLETE = "Complete";

    static final Ending COMPLETED = succeeded("CompletionsReached", "Reached expected number of succeeded pods");
    static final Ending BACKOFF_LIMIT = failed("BackoffLimitExceeded", "Job has reached the specified backoff limit");
    static final Ending TOO_MANY_INDEXES =
            failed("MaxFailedIndexesExceeded", "Job has exceeded the specified maximal number of failed indexes");
    static final Ending FAILED_INDEXES = failed("FailedIndexes", "Job has failed indexes");
    static final Ending DEADLINE = failed("DeadlineExceeded", "Job was active longer than specified deadline");

    static Ending failed(String reason, String message) {
        return new Ending(FAILURE_TARGET, FAILED, reason, message);
    }

    static Ending succeeded(String reason, String message) {
        return new Ending(SUCCESS_CRITERIA_MET, COMPLETE, reason, message);
    }

    boolean isFailure() {
        return end.equals(FAILED);
    }
}
