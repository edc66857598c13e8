/**
 * For other people's tests: stories of random steps that shrink to a screenful, laws, assertions that explain, clusters from
 * manifests, recorded stories. jqwik, AssertJ and JUnit are needed only by those who use the package of that name.
 */
module io.mooring.testkit {
    requires transitive io.mooring;
    requires static transitive org.jspecify;
    requires static transitive net.jqwik.api;
    requires static transitive org.assertj.core;
    requires static transitive org.junit.jupiter.api;

    exports io.mooring.testkit.assertj;
    exports io.mooring.testkit.choice;
    exports io.mooring.testkit.jqwik;
    exports io.mooring.testkit.junit;
    exports io.mooring.testkit.record;
    exports io.mooring.testkit.sample;
    exports io.mooring.testkit.story;

    // JUnit and jqwik make an extension and a domain, and call what provides values.
    opens io.mooring.testkit.jqwik;
    opens io.mooring.testkit.junit;
}
