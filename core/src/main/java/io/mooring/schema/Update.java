package io.mooring.schema;

/** An object as it is stored, and as it shall be. */
public record Update<T>(T stored, T updated) {}
