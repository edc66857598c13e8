/** A suite of properties. */
module suite {
    requires io.mooring.testkit;
    requires net.jqwik.api;
    requires org.assertj.core;
}
