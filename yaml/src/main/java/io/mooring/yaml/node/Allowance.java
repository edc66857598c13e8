package io.mooring.yaml.node;

/**
 * What a reading may cost at most; see {@code io.mooring.yaml.Limits}, where each number goes by the same name and says what it
 * counts.
 */
public record Allowance(
        int nodes,
        int objectNodes,
        int depth,
        int scalarLength,
        int keyLength,
        int writtenLength,
        int repeatedLength,
        int reparsedLength) {}
