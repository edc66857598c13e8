package io.mooring.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.JavaFlightRecorderProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks, the peers beside Mooring, and prints one table. Arguments: the repository's folder, {@code quick}, {@code full} or
 * {@code profile}, and names of benchmarks if not all are wanted. A profile is a recording of the JDK's Flight Recorder for each benchmark,
 * in {@code benchmarks/target/profiles}; its figures are of one JVM, and recording slows them.
 */
public final class Report {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final int READING_WARMUP = 10;

    private final Path repository;
    private final Kind kind;
    private final List<String> wanted;
    private final Figures figures = new Figures();

    /** How much is measured. */
    private enum Kind {
        QUICK(1, 3, 400, 2, 7),
        FULL(3, 5, 1000, 5, 21),
        PROFILE(1, 5, 2000, 1, 1);

        private final int forks;
        private final int iterations;
        private final int milliseconds;
        private final int coldRuns;
        private final int commands;

        Kind(int forks, int iterations, int milliseconds, int coldRuns, int commands) {
            this.forks = forks;
            this.iterations = iterations;
            this.milliseconds = milliseconds;
            this.coldRuns = coldRuns;
            this.commands = commands;
        }
    }

    private Report(Path repository, Kind kind, List<String> wanted) {
        this.repository = repository;
        this.kind = kind;
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
        Report report = new Report(Path.of(arguments[0]), Kind.valueOf(arguments[1].toUpperCase(Locale.ROOT)), wanted);
        Files.createDirectories(report.profiles());
        report.benchmarks();
        report.programs();
        System.out.print(Table.of(Goals.ROWS, report.figures));
    }

    private boolean isWanted(String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }

    private void benchmarks() throws RunnerException {
        for (String benchmark : List.of("QuantityParse", "QuantityCompare", "QuantityAdd", "QuantityText")) {
            run(benchmark, steady());
        }
        // The compiler is at the code that makes objects of texts for seven seconds and more.
        for (String benchmark : List.of("ReadYaml", "ReadJson")) {
            run(benchmark, steady().warmupIterations(READING_WARMUP));
        }
        // The first touch of a page of a heap that grows takes as long as tens of searches.
        run("FindVolume", steady().jvmArgsAppend("-Xmx10g", "-Xmn512m"));
        run("ChangeOne", inItsMemory("-Xmn512m"));
        run("SettleReplicas", inItsMemory("-Xmn1g"));
        run("BindAll", options().jvmArgsAppend(BindAll.HEAP));
        run("SettleMany", inItsMemory("-Xmn1g"));
    }

    /** With a heap that does not grow, and room for new objects that the JVM has soon had before. */
    private ChainedOptionsBuilder inItsMemory(String young) {
        return options().jvmArgsAppend("-Xms10g", "-Xmx10g", young);
    }

    private ChainedOptionsBuilder steady() {
        return options()
                .warmupIterations(3)
                .measurementIterations(kind.iterations)
                .warmupTime(TimeValue.milliseconds(kind.milliseconds))
                .measurementTime(TimeValue.milliseconds(kind.milliseconds))
                .addProfiler(GCProfiler.class);
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options = new OptionsBuilder().forks(kind.forks).jvmArgsAppend("-Xmx10g");
        if (kind == Kind.PROFILE) {
            options.addProfiler(JavaFlightRecorderProfiler.class, "dir=" + profiles());
        }
        return kind == Kind.FULL
                ? options
                : options.param("volumes", "100000")
                        .param("wish", "plain", "label")
                        .param("claims", "100000")
                        .param("objects", "10000", "100000")
                        .param("replicas", "1000");
    }

    private Path profiles() {
        return repository.resolve("benchmarks/target/profiles");
    }

    /** What makes a JVM record. */
    private List<String> recording(String name) {
        return kind == Kind.PROFILE
                ? List.of("-XX:StartFlightRecording=settings=profile,filename="
                        + profiles().resolve(name + ".jfr"))
                : List.of();
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
        figures.put(Goals.worst(name), worst(result, nanos));
    }

    /** The longest that one measurement took in each JVM. */
    private static Figure worst(RunResult result, double nanos) {
        double[] worst = result.getBenchmarkResults().stream()
                .mapToDouble(each -> each.getPrimaryResult().getStatistics().getMax() * nanos)
                .sorted()
                .toArray();
        return new Figure(worst[worst.length / 2], worst[0], worst[worst.length - 1], Double.NaN);
    }

    /** What takes a process of its own. */
    private void programs() throws IOException, InterruptedException {
        if (isWanted("Footprint")) {
            output(java(
                            List.of(),
                            "-Djol.magicFieldOffset=true",
                            "-Djdk.attach.allowAttachSelf=true",
                            Footprint.class.getName()))
                    .lines()
                    .forEach(line -> {
                        int space = line.lastIndexOf(' ');
                        figures.put(line.substring(0, space), Figure.of(Double.parseDouble(line.substring(space + 1))));
                    });
        }
        if (isWanted("Replicas")) {
            figures.put(Goals.COLD, coldReplicas(recording("Replicas")));
            figures.put(Goals.COLD_QUICK, coldReplicas(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")));
        }
        if (isWanted("why")) {
            List<String> why = List.of(
                    "env",
                    "MOORING_JAVA_OPTIONS=" + String.join(" ", recording("why")),
                    repository.resolve("cli/mooring").toString(),
                    "why",
                    repository
                            .resolve("examples/manifests/web-on-one-hostpath-volume.yaml")
                            .toString());
            figures.put(Goals.WHY, timed(kind.commands, why));
        }
    }

    private Figure coldReplicas(List<String> options) throws IOException, InterruptedException {
        return timed(kind.coldRuns, java(options, "-Xmx4g", Replicas.class.getName(), "10000"));
    }

    private static List<String> java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
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
