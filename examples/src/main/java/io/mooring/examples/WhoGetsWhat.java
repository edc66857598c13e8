package io.mooring.examples;

import io.mooring.Mooring;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The main job: manifests in, who gets which volume out, and for every claim that waits the reason. Arguments are files
 * and folders, or {@code -} for the standard input. What cannot be read or is refused comes first; the rest is settled
 * without it. Then, in one line, which kinds play no part in it.
 */
public final class WhoGetsWhat {
    private WhoGetsWhat() {}

    public static void main(String[] files) {
        print(Stream.of(files).map(Path::of).toList(), System.out);
    }

    static void print(List<Path> files, PrintStream out) {
        Mooring settled = Mooring.loader().load(files).settle();
        settled.refusals().forEach(refusal -> out.println(refusal.text() + "\n"));
        settled.carriedAlong().text().ifPresent(text -> out.println(text + "\n"));
        out.print(settled.tables());
    }
}
