/** A suite of properties; the engine looks for them by reflection. */
open module suite {
    requires io.mooring.testkit;
    requires net.jqwik.api;
    requires org.assertj.core;
}
