package io.mooring.binding.world;

/**
 * What matters of a cluster for its future, as 128 bits of a cryptographic hash ({@link Cluster#digest}): 16 bytes where the
 * text would be kilobytes or megabytes. Clusters that are alike have equal digests.
 *
 * <p>That clusters that are not alike have equal ones is not excluded, and does not matter: among as many as the largest
 * search follows, a million, it happens with a probability of 1 in 10^27, and nobody can write objects that bring it about.
 */
public record Digest(long first, long second) {}
