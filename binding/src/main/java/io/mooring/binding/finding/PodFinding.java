package io.mooring.binding.finding;

/** What is the matter with a pod. */
public non-sealed interface PodFinding extends Finding {}
