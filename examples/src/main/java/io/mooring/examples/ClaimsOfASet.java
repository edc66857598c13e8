package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.binding.claims.Existing;
import io.mooring.binding.claims.Expansion;
import io.mooring.binding.claims.OwnedClaim;
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
            for (OwnedClaim claim : Expansion.claims(set, Existing.NOTHING)) {
                out.println(claim.name() + " for pod " + Expansion.podName(set, claim.ordinal()));
            }
        }
    }
}
