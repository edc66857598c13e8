/** Manifests to objects and back, with positions. The only module that knows Jackson and SnakeYAML. */
module io.mooring.yaml {
    requires transitive io.mooring.core;
    requires static org.immutables.value;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires org.yaml.snakeyaml;

    exports io.mooring.yaml;
}
