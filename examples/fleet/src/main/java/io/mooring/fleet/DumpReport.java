package io.mooring.fleet;

import io.mooring.Mooring;
import io.mooring.Refusal;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What there is to say of one cluster's dump. Whatever is in it, it is said in lines: one dump never stops the others. */
public final class DumpReport {
    private static final String UNREADABLE = "unreadable";
    private static final String FAILED = "failed";
    private static final Path INPUT = Path.of("-");

    private DumpReport() {}

    /** A line for each object that is not fine once the cluster has settled, and for each part of the dump that cannot be read. */
    public static List<FleetLine> of(String cluster, InputStream dump) {
        try {
            Mooring opened = Mooring.opener().withInput(dump).givenByCommand().open(INPUT);
            return Stream.concat(
                            opened.refusals().stream().map(refusal -> unreadable(cluster, refusal)),
                            Explainer.notFine(opened.settle().cluster()).stream()
                                    .map(explanation -> line(cluster, explanation)))
                    .toList();
        } catch (RuntimeException e) {
            return List.of(new FleetLine(cluster, "", FAILED, e.toString()));
        }
    }

    /** The name of a dump's cluster. */
    public static String cluster(String file) {
        int dot = file.indexOf('.', 1);
        return dot < 0 ? file : file.substring(0, dot);
    }

    /** Of a file that cannot be opened, or breaks off. */
    static FleetLine unreadable(String cluster, Exception problem) {
        return new FleetLine(cluster, "", UNREADABLE, problem.toString());
    }

    private static FleetLine unreadable(String cluster, Refusal refusal) {
        return new FleetLine(cluster, "", UNREADABLE, refusal.text());
    }

    private static FleetLine line(String cluster, Explanation explanation) {
        String code = explanation.facts().stream()
                .findFirst()
                .map(fact -> fact.code().toString())
                .orElse(explanation.outlook().code());
        return new FleetLine(cluster, explanation.about().toString(), code, explanation.headline());
    }
}
