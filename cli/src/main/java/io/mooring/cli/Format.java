package io.mooring.cli;

/** How an answer is printed. */
enum Format {
    TABLE,
    WIDE,
    YAML,
    JSON
}
