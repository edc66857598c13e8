package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.binding.claims.ExistingObjects;
import io.mooring.binding.claims.ReplicaClaim;
import io.mooring.binding.claims.VolumeClaimTemplates;
import io.mooring.workload.StatefulSet;
import java.io.PrintStream;
import java.nio.file.Path;

/** Which claims does a StatefulSet ask for? */
public final class ClaimsOfASet {
    private ClaimsOfASet() {}

    public static void main(String[] arguments) {
        print(
                Path.of(arguments.length > 0 ? arguments[0] : "examples/manifests/web-on-one-hostpath-volume.yaml"),
                System.out);
    }

    static void print(Path file, PrintStream out) {
        for (StatefulSet set :
                Mooring.load(file).cluster().list(StatefulSet.KIND).toList()) {
            for (ReplicaClaim claim : VolumeClaimTemplates.claims(set, ExistingObjects.NONE)) {
                out.println(claim.name() + " for pod " + set.podName(claim.ordinal()));
            }
        }
    }
}
