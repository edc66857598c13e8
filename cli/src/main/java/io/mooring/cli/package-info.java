/**
 * The command {@code mooring}: files, folders or a dump in; tables, reasons and what helps out.
 *
 * <pre>
 * arguments --picocli--&gt; a command --{@code InputOptions}--&gt; World --the front door--&gt; {@code Answer} --{@code OutputOptions}--&gt; text, YAML, JSON
 * </pre>
 *
 * <p>Front door: {@link io.mooring.cli.Main}. A command says what is asked, and nothing else: deciding is done below. An answer
 * is a value with two renderings, words and a tree; where it goes, and with which colours, is told by the {@code Surroundings},
 * so that a test runs the whole command without a process. Exit codes: 0 fine, 1 something is blocked or a check failed, 2 bad
 * usage or input, be it a part of it or too much of it, 3 a defect of Mooring.
 */
@NullMarked
package io.mooring.cli;

import org.jspecify.annotations.NullMarked;
