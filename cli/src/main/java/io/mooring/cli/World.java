package io.mooring.cli;

import io.mooring.Mooring;

/**
 * What was read.
 *
 * @param origin manifests or a dump
 * @param asRead before any controller acted
 * @param settled manifests after all controllers have acted; a dump as it stands, unless something is assumed of it
 */
record World(Origin origin, Mooring asRead, Mooring settled) {
    /** Where the objects come from. */
    enum Origin {
        MANIFESTS("manifests"),
        DUMP("dump");

        private final String code;

        Origin(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
