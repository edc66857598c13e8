package io.mooring.cli;

import io.mooring.binding.plan.Upgrade;
import io.mooring.release.FeatureGates;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which feature gates are switched by hand. */
final class GateOptions {
    @Option(
            names = "--feature-gates",
            paramLabel = "GATE=true|false",
            description = {
                "Feature gates that are switched, several with a comma between, as Kubernetes takes them; a difference without a"
                        + " gate by its name in docs/releases.md."
            })
    private List<String> gates = new ArrayList<>();

    /** The release with them switched. */
    Semantics in(Release release) {
        return in("--feature-gates", all(), Semantics.of(release));
    }

    /** @param option for the message */
    static Semantics in(String option, FeatureGates gates, Semantics semantics) {
        try {
            return gates.in(semantics);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(option + ": " + e.getMessage(), "");
        }
    }

    /** The upgrade with them switched. */
    Upgrade in(Upgrade upgrade) {
        try {
            return upgrade.with(all());
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--feature-gates: " + e.getMessage(), "");
        }
    }

    /** All of them; of one that is named twice the last counts. */
    FeatureGates all() {
        FeatureGates all = FeatureGates.NONE;
        for (String text : gates) {
            all = all.and(parse("--feature-gates", text));
        }
        return all;
    }

    /** @param option for the message */
    static FeatureGates parse(String option, String text) {
        try {
            return FeatureGates.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(option + ": " + e.getMessage(), "");
        }
    }
}
