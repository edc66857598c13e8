package io.mooring.yaml;

import java.util.Set;

/**
 * The nodes of one document.
 *
 * @param anchored those that have an anchor, by identity
 */
record Composed(Node root, Set<Node> anchored) {}
