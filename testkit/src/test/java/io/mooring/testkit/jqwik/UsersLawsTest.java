package io.mooring.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.Story;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Two laws as a user writes them: the first by hand, the second one of ours. */
@Domain(MooringDomain.class)
class UsersLawsTest {
    @Property(tries = 100)
    void aVolumeIsNeverSmallerThanItsClaimAsked(@ForAll Story story) {
        story.check(passage -> passage.after()
                .list(PersistentVolumeClaim.KIND)
                .filter(claim -> claim.isBound() && !claim.wantsResize())
                .forEach(claim -> assertThat(claim.actualStorage()).isGreaterThanOrEqualTo(claim.requestedStorage())));
    }

    @Property(tries = 100)
    void whatIsRetainedIsNeverLost(@ForAll Story story) {
        story.check(Laws.RETAIN_KEEPS);
    }
}
