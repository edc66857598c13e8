package io.mooring.binding.explain.pod;

import io.mooring.binding.explain.FactCode;

/**
 * Something that a pod demands of its node. Rejections of several nodes for the same demand are one reason.
 *
 * @param code what kind of demand
 * @param about which of that kind: a label, a taint, a claim, a port
 * @param failure for a person, what nodes are that do not meet it: {@code cordoned}
 */
record Demand(FactCode code, String about, String failure) {}
