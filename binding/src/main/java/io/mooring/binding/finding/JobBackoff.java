package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.workload.Job;
import java.time.Instant;
import java.util.Optional;

/**
 * How many pods of a Job have failed since one succeeded last: what the Job controller keeps in mind, for the longer pods fail
 * the longer it waits with others. Models {@code backoffRecord}.
 *
 * @param failures since the last success
 * @param last when the last of them was; empty if there was none
 */
public record JobBackoff(Ref<Job> about, int failures, Optional<Instant> last) implements Finding {}
