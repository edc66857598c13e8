package io.mooring.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks, the peers beside Mooring, and prints one table. Arguments: the repository's folder, {@code quick} or {@code full},
 * and names of benchmarks if not all are wanted.
 */
public final class Report {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Path repository;
    private final boolean isFull;
    private final List<String> wanted;
    private final Figures figures = new Figures();

    private Report(Path repository, boolean isFull, List<String> wanted) {
        this.repository = repository;
        this.isFull = isFull;
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
        Report report = new Report(Path.of(arguments[0]), arguments[1].equals("full"), wanted);
        report.benchmarks();
        report.programs();
        System.out.print(Table.of(Goals.ROWS, report.figures));
    }

    private boolean isWanted(String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }

    private void benchmarks() throws RunnerException {
        for (String benchmark : List.of(
                "QuantityParse",
                "QuantityCompare",
                "QuantityAdd",
                "QuantityText",
                "FindVolume",
                "ReadYaml",
                "ReadJson")) {
            run(benchmark, steady());
        }
        for (String benchmark : List.of("BindAll", "SettleMany", "SettleReplicas", "ChangeOne")) {
            run(benchmark, options());
        }
    }

    private ChainedOptionsBuilder steady() {
        return options()
                .warmupIterations(3)
                .measurementIterations(isFull ? 5 : 3)
                .warmupTime(TimeValue.milliseconds(isFull ? 1000 : 400))
                .measurementTime(TimeValue.milliseconds(isFull ? 1000 : 400))
                .addProfiler(GCProfiler.class);
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options =
                new OptionsBuilder().forks(isFull ? 3 : 1).jvmArgsAppend("-Xmx10g");
        return isFull
                ? options
                : options.param("volumes", "100000")
                        .param("wish", "plain", "label")
                        .param("claims", "100000")
                        .param("objects", "10000", "100000")
                        .param("replicas", "1000");
    }

    private void run(String benchmark, ChainedOptionsBuilder options) throws RunnerException {
        if (isWanted(benchmark)) {
            Collection<RunResult> results =
                    new Runner(options.include("\\." + benchmark + "\\.").build()).run();
            results.forEach(this::take);
        }
    }

    private void take(RunResult result) {
        BenchmarkParams params = result.getParams();
        String id = params.getBenchmark();
        String name = id.substring(id.lastIndexOf('.', id.lastIndexOf('.') - 1) + 1)
                + params.getParamsKeys().stream()
                        .map(key -> " " + key + "=" + params.getParam(key))
                        .collect(Collectors.joining());
        Result<?> time = result.getPrimaryResult();
        double nanos = TimeUnit.NANOSECONDS.convert(1, params.getTimeUnit());
        Statistics statistics = time.getStatistics();
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        figures.put(
                name,
                new Figure(
                        statistics.getPercentile(50) * nanos,
                        statistics.getMin() * nanos,
                        statistics.getMax() * nanos,
                        allocated == null ? Double.NaN : allocated.getScore()));
    }

    /** What takes a process of its own. */
    private void programs() throws IOException, InterruptedException {
        if (isWanted("Footprint")) {
            output(java("-Djol.magicFieldOffset=true", "-Djdk.attach.allowAttachSelf=true", Footprint.class.getName()))
                    .lines()
                    .forEach(line -> {
                        int space = line.lastIndexOf(' ');
                        figures.put(line.substring(0, space), Figure.of(Double.parseDouble(line.substring(space + 1))));
                    });
        }
        if (isWanted("Replicas")) {
            figures.put(Goals.COLD, timed(isFull ? 5 : 2, java("-Xmx4g", Replicas.class.getName(), "10000")));
        }
        if (isWanted("why")) {
            List<String> why = List.of(
                    repository.resolve("cli/mooring").toString(),
                    "why",
                    repository
                            .resolve("examples/manifests/web-on-one-hostpath-volume.yaml")
                            .toString());
            figures.put(Goals.WHY, timed(isFull ? 21 : 7, why));
        }
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** From start to exit; the first run is not counted, since it may build what it needs. */
    private static Figure timed(int runs, List<String> command) throws IOException, InterruptedException {
        output(command);
        List<Long> times = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            output(command);
            times.add(System.nanoTime() - start);
        }
        times.sort(Long::compare);
        return new Figure(times.get(runs / 2), times.get(0), times.get(runs - 1), Double.NaN);
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        // mooring why exits with 1 where something waits.
        if (code > 1) {
            throw new IllegalStateException("exit code " + code + " of " + command);
        }
        return output;
    }
}
