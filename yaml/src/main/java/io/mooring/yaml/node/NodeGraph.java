package io.mooring.yaml.node;

import java.util.Set;

/**
 * The nodes of one document: a tree but for its aliases.
 *
 * @param anchored those that have an anchor, compared by identity
 */
public record NodeGraph(YamlNode root, Set<YamlNode> anchored) {}
