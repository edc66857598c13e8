package io.mooring.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same on one core without a pipeline, to compare with: reads the dumps of a folder, and counts the lines. */
public final class PlainLoop {
    private PlainLoop() {}

    /** The folder. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        long dumps = 0;
        long lines = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(arguments[0]))) {
            for (Path file : files) {
                try (InputStream dump = Files.newInputStream(file)) {
                    lines += DumpReport.of(DumpReport.cluster(file.getFileName().toString()), dump)
                            .size();
                    dumps++;
                }
            }
        }
        System.out.println(dumps + " dumps, " + lines + " lines, " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
