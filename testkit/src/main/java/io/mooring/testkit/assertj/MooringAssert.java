package io.mooring.testkit.assertj;

import io.mooring.Mooring;
import io.mooring.Refusal;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * On what manifests or a dump gave.
 *
 * <pre>{@code
 * assertThat(Mooring.load(Path.of("charts")).settle()).hasNoRefusals().cluster().isFine();
 * }</pre>
 */
public final class MooringAssert extends AbstractAssert<MooringAssert, Mooring> {
    MooringAssert(Mooring mooring) {
        super(mooring, MooringAssert.class);
    }

    /** Everything could be read, and the API server took it. */
    public MooringAssert hasNoRefusals() {
        if (!actual.refusals().isEmpty()) {
            throw failure("Expecting nothing to be refused, but this is:%n%s", refusals());
        }
        return this;
    }

    /** Something was refused, and its text has this in it. */
    public MooringAssert hasRefusalContaining(String part) {
        if (actual.refusals().stream().noneMatch(refusal -> refusal.text().contains(part))) {
            throw failure(
                    "Expecting a refusal that contains%n%s%nbut %s",
                    part, actual.refusals().isEmpty() ? "nothing was refused" : "there are\n" + refusals());
        }
        return this;
    }

    private String refusals() {
        return actual.refusals().stream().map(Refusal::text).collect(Collectors.joining("\n\n"));
    }

    /** The cluster. */
    public ClusterAssert cluster() {
        return new ClusterAssert(actual.cluster());
    }

    /** The claim of this name, {@code namespace/name} or in {@code default}. */
    public ClaimAssert claim(String name) {
        return cluster().claim(name);
    }
}
