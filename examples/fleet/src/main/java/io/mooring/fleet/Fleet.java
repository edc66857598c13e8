package io.mooring.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * What is not fine in many clusters: a line for each object ({@code objects-*.jsonl}), and how many by code ({@code codes-*.jsonl}). The
 * runner is chosen by {@code --runner}; without one it runs in this JVM.
 *
 * <pre>
 * --dumps=PATTERN --&gt; files --&gt; shuffled --&gt; {@link DumpReport} --&gt; lines --+--&gt; objects-*.jsonl
 *                                                                 +--&gt; counted by code --&gt; codes-*.jsonl
 * </pre>
 */
public final class Fleet {
    private static final String ENDING = ".jsonl";

    private Fleet() {}

    public static void main(String[] arguments) {
        FleetOptions options =
                PipelineOptionsFactory.fromArgs(arguments).withValidation().as(FleetOptions.class);
        of(options).run().waitUntilFinish();
    }

    /** The pipeline, not run yet. */
    public static Pipeline of(FleetOptions options) {
        Pipeline pipeline = Pipeline.create(options);
        PCollection<FleetLine> lines = pipeline.apply(
                        "dumps",
                        FileIO.match()
                                .filepattern(options.getDumps())
                                .withEmptyMatchTreatment(EmptyMatchTreatment.DISALLOW))
                .apply("spread over the workers", Reshuffle.viaRandomKey())
                .apply("files", FileIO.readMatches())
                .apply("what is not fine", new Lines());
        lines.apply("as JSON", MapElements.into(TypeDescriptors.strings()).via(FleetLine::toJson))
                .apply(
                        "objects",
                        TextIO.write().to(options.getOutput() + "/objects").withSuffix(ENDING));
        lines.apply("codes", MapElements.into(TypeDescriptors.strings()).via(FleetLine::code))
                .apply("counted", Count.perElement())
                .apply(
                        "counts as JSON",
                        MapElements.into(TypeDescriptors.strings()).via(Fleet::count))
                .apply(
                        "counts",
                        TextIO.write()
                                .to(options.getOutput() + "/codes")
                                .withSuffix(ENDING)
                                .withoutSharding());
        return pipeline;
    }

    private static String count(KV<String, Long> code) {
        return new CodeCount(code.getKey(), code.getValue()).toJson();
    }

    /** The lines of files. */
    private static final class Lines extends PTransform<PCollection<FileIO.ReadableFile>, PCollection<FleetLine>> {
        private static final long serialVersionUID = 1;

        @Override
        public PCollection<FleetLine> expand(PCollection<FileIO.ReadableFile> files) {
            return files.apply(ParDo.of(new Report())).setCoder(SerializableCoder.of(FleetLine.class));
        }
    }

    private static final class Report extends DoFn<FileIO.ReadableFile, FleetLine> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void report(@Element FileIO.ReadableFile file, OutputReceiver<FleetLine> lines) {
            String name = Objects.requireNonNull(file.getMetadata().resourceId().getFilename());
            String cluster = DumpReport.cluster(name);
            try (InputStream dump = Channels.newInputStream(file.open())) {
                DumpReport.of(cluster, dump).forEach(lines::output);
            } catch (IOException | UncheckedIOException e) {
                lines.output(DumpReport.unreadable(cluster, e));
            }
        }
    }
}
