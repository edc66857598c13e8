package io.mooring.fleet;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/** What the pipeline is told beside its runner's own options. */
public interface FleetOptions extends PipelineOptions {
    @Description("The dumps, a file for each cluster, as a pattern: /dumps/*.yaml, gs://bucket/*.json.gz")
    @Validation.Required
    String getDumps();

    void setDumps(String pattern);

    @Description("Where to write: a folder, on any file system of the runner")
    @Validation.Required
    String getOutput();

    void setOutput(String folder);
}
