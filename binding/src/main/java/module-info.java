/** Mooring's engines: which volume for which claim, what becomes of both, and why. Depends on core only. */
module io.mooring.binding {
    requires transitive io.mooring.core;
    requires static org.immutables.value;
    requires static transitive org.jspecify;
    requires org.pcollections;

    exports io.mooring.binding.world;
    exports io.mooring.binding.control;
    exports io.mooring.binding.control.provision;
    exports io.mooring.binding.control.resize;
    exports io.mooring.binding.claims;
    exports io.mooring.binding.explain;
    exports io.mooring.binding.explore;
    exports io.mooring.binding.finding;
    exports io.mooring.binding.lifecycle;
    exports io.mooring.binding.match;
    exports io.mooring.binding.table;
}
