package io.mooring.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Replays every file of records in a folder and its subfolders: a line a file on standard output, {@code FILE agree N differ M}, and the
 * first ten differences of each on standard error.
 *
 * <p>Exit status 0 if everything agrees; 1 if anything differs or a file has no player; 2 if there is nothing to
 * replay.
 */
public final class Replay {
    private final PrintStream out;
    private final PrintStream err;

    Replay(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("usage: replay DIR");
            System.exit(2);
        }
        System.exit(new Replay(System.out, System.err).folder(Path.of(arguments[0])));
    }

    /** Replays a folder and gives the exit status. */
    int folder(Path folder) throws IOException {
        List<RecordFile> files = RecordFile.in(folder);
        if (files.isEmpty()) {
            err.println("no *.jsonl.gz in " + folder);
            return 2;
        }
        boolean agrees = true;
        for (RecordFile file : files) {
            agrees &= file(file);
        }
        return agrees ? 0 : 1;
    }

    private boolean file(RecordFile file) throws IOException {
        Optional<Player> player = Players.of(file);
        if (player.isEmpty()) {
            out.println(file.shown() + " skipped: no player");
            return false;
        }
        ReplayResult outcome = file.replay(player.get());
        out.println(file.shown() + " agree " + outcome.agree() + " differ " + outcome.differ()
                + player.get().chance().map(said -> "; by chance: " + said).orElse(""));
        player.get().note().ifPresent(note -> err.println(file.shown() + ": " + note));
        outcome.firstDifferences().forEach(line -> print(file, line));
        return outcome.differ() == 0;
    }

    private void print(RecordFile file, ReplayResult.Line line) {
        err.println(file.shown() + ":" + line.number() + " " + line.record());
        err.println("  expected " + line.difference().expected());
        err.println("  ours     " + line.difference().actual());
    }
}
