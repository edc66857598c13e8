package io.mooring.cli;

import io.mooring.release.Release;
import picocli.CommandLine.IVersionProvider;

/** Which Mooring, and which Kubernetes it answers as. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = getClass().getPackage().getImplementationVersion();
        return new String[] {
            "mooring " + (own == null ? "(not packaged)" : own) + ", as Kubernetes " + Release.DEFAULT + " answers"
        };
    }
}
