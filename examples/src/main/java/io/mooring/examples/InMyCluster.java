package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.TerminalProgress;
import io.mooring.binding.explain.ExplanationGroup;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why claims wait in a cluster that somebody has. Arguments are the files that {@link Mooring#fetchCommand()} printed to, or
 * {@code -} for the standard input; without arguments that command is printed.
 */
public final class InMyCluster {
    private InMyCluster() {}

    public static void main(String[] files) {
        if (files.length == 0) {
            System.out.println(Mooring.fetchCommand());
            return;
        }
        print(Stream.of(files).map(Path::of).toList(), System.out);
    }

    static void print(List<Path> files, PrintStream out) {
        Mooring opened = Mooring.opener()
                .givenByCommand()
                .withProgress(TerminalProgress.onStandardError())
                .open(files);
        opened.refusals().forEach(refusal -> out.println(refusal.text()));
        opened.remarks().forEach(remark -> out.println(remark.text()));
        List<ExplanationGroup> waiting = opened.waiting();
        waiting.forEach(claim -> out.println(claim.text()));
        out.println("claims that wait: "
                + waiting.stream().mapToInt(ExplanationGroup::count).sum());
    }
}
