/**
 * SnakeYAML's scanner, held to what upstream's scanner takes for YAML. The API server scans with go.yaml.in/yaml v2.4; where
 * the two differ, upstream decides.
 *
 * <pre>
 *   SnakeYAML refuses, upstream takes        RepairableText writes something of the same length, and the text is parsed again
 *     a tab between tokens                     spaces; Layout tells afterwards whether upstream takes a tab there
 *     # right behind a block's header          spaces
 *   SnakeYAML ends a word, upstream not      WordColons writes a stand-in character
 *     {a:}  {a:, b}
 *   SnakeYAML takes, upstream refuses        refused by a check
 *     %FOO, %YAML 1.2                          Directives
 *     "\ud83d"                                 Escapes
 *     a tab in a block's indentation           BlockScalarIndent
 * </pre>
 *
 * <p>A repair never moves a character, so that positions in the repaired text are positions in the document.
 *
 * <p>Not covered: a few layouts that only fuzzing finds; {@code docs/deviations.md} lists them.
 */
@NullMarked
package io.mooring.yaml.scanner;

import org.jspecify.annotations.NullMarked;
