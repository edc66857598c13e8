package io.mooring.benchmarks;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubernetes.client.util.Yaml;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;

/** Reads a manifest of 1,000 documents; Mooring with the positions of all fields. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadYaml {
    static final int DOCUMENTS = 1000;

    private final String text = Inputs.manifest(DOCUMENTS);
    private final KubernetesSerialization fabric8 = new KubernetesSerialization();

    @Benchmark
    public Reading mooring() {
        Reading reading = Manifests.read(text);
        if (reading.objects().size() != DOCUMENTS) {
            throw new IllegalStateException(reading.problemText());
        }
        return reading;
    }

    @Benchmark
    public Object fabric8() {
        return fabric8.unmarshal(text);
    }

    @Benchmark
    public List<Object> clientJava() throws IOException {
        return Yaml.loadAll(text);
    }

    /** SnakeYAML's bare events, which nobody makes anything of. */
    @Benchmark
    public int floor() {
        int events = 0;
        for (Event event : new org.yaml.snakeyaml.Yaml(new LoaderOptions()).parse(new StringReader(text))) {
            events += event.getEventId().ordinal();
        }
        return events;
    }
}
