package io.mooring.admission;

/** An object as it is stored, and as it shall be. */
record Change<T>(T stored, T updated) {}
