package suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.jqwik.MooringDomain;
import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.Story;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Two laws: one of the testkit's, one of its own. */
@Domain(MooringDomain.class)
class RetainTest {
    @Property(tries = 50)
    void whatIsRetainedIsNeverLost(@ForAll Story story) {
        story.check(Laws.RETAIN_KEEPS);
    }

    @Property(tries = 50)
    void aVolumeIsNeverSmallerThanItsClaimAsked(@ForAll Story story) {
        story.check(passage -> passage.after()
                .list(PersistentVolumeClaim.KIND)
                .filter(claim -> claim.isBound() && !claim.wantsResize())
                .forEach(claim -> assertThat(claim.actualStorage()).isGreaterThanOrEqualTo(claim.requestedStorage())));
    }
}
