/**
 * Mooring's engines: which volume for which claim, what becomes of both, and why. Depends on core only.
 *
 * <p>Who builds a house module on top (the front door, a command) also sees the tables.
 */
@SuppressWarnings("module")
module io.mooring.binding {
    requires transitive io.mooring.core;
    requires static org.immutables.value;
    requires static transitive org.jspecify;
    requires org.pcollections;

    exports io.mooring.binding.check;
    exports io.mooring.binding.control;
    exports io.mooring.binding.explain;
    exports io.mooring.binding.explore;
    exports io.mooring.binding.finding;
    exports io.mooring.binding.match;
    exports io.mooring.binding.plan;
    exports io.mooring.binding.world;
    exports io.mooring.binding.table to
            io.mooring,
            io.mooring.cli;
}
