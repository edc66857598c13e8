package io.mooring.cli;

import io.mooring.release.Release;
import io.mooring.release.Semantics;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Under which Kubernetes: a release, and the feature gates that somebody switched in it. */
final class ReleaseOptions {
    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            description = "Which Kubernetes: 1.34 to 1.37; 1.37.2 by default.")
    private Optional<String> release = Optional.empty();

    @Mixin
    private GateOptions gates = new GateOptions();

    Semantics semantics() {
        return gates.in(release.map(text -> parse("--release", text)).orElse(Release.DEFAULT));
    }

    /** @param option for the message */
    static Release parse(String option, String text) {
        try {
            return Release.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(option + ": " + e.getMessage(), "");
        }
    }
}
