package io.mooring.testkit.readme;

import io.mooring.testkit.jqwik.MooringDomain;
import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.Story;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** As the README has it. */
class OwnPropertiesTest {
    @Property(tries = 50)
    @Domain(MooringDomain.class)
    void retainIsNeverLost(@ForAll Story story) {
        story.check(Laws.RETAIN_KEEPS);
    }
}
