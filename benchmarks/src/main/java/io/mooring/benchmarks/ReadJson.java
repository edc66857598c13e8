package io.mooring.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads a list of 1,000 objects, as a dump has them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadJson {
    private final String text = Manifests.writeJson(
            Manifests.read(Inputs.manifest(ReadYaml.DOCUMENTS)).objects());
    private final KubernetesSerialization fabric8 = new KubernetesSerialization();
    private final JsonFactory json = new JsonFactory();

    @Benchmark
    public Reading mooring() {
        Reading reading = Manifests.readJson(text);
        if (reading.objects().size() != ReadYaml.DOCUMENTS) {
            throw new IllegalStateException(reading.problemText());
        }
        return reading;
    }

    @Benchmark
    public Object fabric8() {
        return fabric8.unmarshal(text);
    }

    /** Jackson's tokens, with the texts of names and values. */
    @Benchmark
    public int floor() throws IOException {
        int length = 0;
        try (JsonParser parser = json.createParser(text)) {
            while (parser.nextToken() != null) {
                length += parser.getText().length();
            }
        }
        return length;
    }
}
