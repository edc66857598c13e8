package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.workload.ClaimTemplate;
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
            for (long ordinal = set.startOrdinal(); ordinal < set.endOrdinal(); ordinal++) {
                for (ClaimTemplate template : set.spec().volumeClaimTemplates()) {
                    String claim = set.claimName(template.metadata().name(), ordinal);
                    out.println(claim + " for pod " + set.podName(ordinal));
                }
            }
        }
    }
}
