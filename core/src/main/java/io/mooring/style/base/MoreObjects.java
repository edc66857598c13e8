package io.mooring.style.base;

/** By whose presence the generator tells that there are collections besides the JDK's. */
final class MoreObjects {
    private MoreObjects() {}
}
