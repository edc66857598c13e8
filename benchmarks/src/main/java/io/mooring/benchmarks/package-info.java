/**
 * What Mooring's work costs, beside the models that people use today and beside floors: the least that anybody could do. {@link
 * io.mooring.benchmarks.Report} runs them and prints one table; {@link io.mooring.benchmarks.Goals} is that table as code.
 */
package io.mooring.benchmarks;
