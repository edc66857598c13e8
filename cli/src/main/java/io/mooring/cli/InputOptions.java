package io.mooring.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What is read, as what, and under which Kubernetes. */
final class InputOptions {
    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ReleaseOptions release = new ReleaseOptions();

    /** Those named by the option. */
    List<Path> files() {
        return source.files();
    }

    /** Reads these and those of the option, or the standard input if there are none and nobody sits at it. */
    World read(List<Path> named, Surroundings surroundings) {
        return source.read(named, release.semantics(), surroundings);
    }

    /** Reads these and no others. */
    World readOnly(List<Path> named, Surroundings surroundings) {
        return source.readOnly(named, release.semantics(), surroundings);
    }
}
