package io.mooring.binding.finding;

/** What is the matter with a StatefulSet. */
public non-sealed interface SetFinding extends Finding {}
