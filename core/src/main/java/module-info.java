/**
 * Mooring's values and arithmetic: the Kubernetes storage objects as immutable values, exact quantities, objects as
 * plain trees, and admission. No I/O and no run-time dependency but annotations.
 */
@SuppressWarnings("module") // Those that some packages are exported to are built after this one.
module io.mooring.core {
    requires static org.immutables.value;
    requires static transitive org.jspecify;

    exports io.mooring.admission;
    exports io.mooring.meta;
    exports io.mooring.node;
    exports io.mooring.quantity;
    exports io.mooring.release;
    exports io.mooring.storage;
    exports io.mooring.tree;
    exports io.mooring.workload;
    exports io.mooring.admission.object to
            io.mooring.binding,
            io.mooring.yaml;
    exports io.mooring.admission.quota to
            io.mooring.binding;
    exports io.mooring.names to
            io.mooring,
            io.mooring.binding,
            io.mooring.cli,
            io.mooring.yaml;
    exports io.mooring.quota to
            io.mooring.binding;
    exports io.mooring.style to
            io.mooring.binding,
            io.mooring.yaml;
}
