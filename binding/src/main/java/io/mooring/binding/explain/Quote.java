package io.mooring.binding.explain;

/** What Kubernetes says in an event. */
public record Quote(String reason, String message) {}
