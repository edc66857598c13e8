/** The front door: what would Kubernetes do with these manifests, and why? */
module io.mooring {
    requires transitive io.mooring.core;
    requires transitive io.mooring.binding;
    requires transitive io.mooring.yaml;
    requires static transitive org.jspecify;

    exports io.mooring;
}
