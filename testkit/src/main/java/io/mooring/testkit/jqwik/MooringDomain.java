package io.mooring.testkit.jqwik;

import io.mooring.meta.LabelSelector;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.testkit.sample.Claims;
import io.mooring.testkit.sample.Classes;
import io.mooring.testkit.sample.Nodes;
import io.mooring.testkit.sample.Pods;
import io.mooring.testkit.sample.Quantities;
import io.mooring.testkit.sample.Selectors;
import io.mooring.testkit.sample.Volumes;
import io.mooring.testkit.sample.Workloads;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Parameters of a property by their types: stories, objects, amounts.
 *
 * <pre>{@code
 * @Domain(MooringDomain.class)
 * class MyLaws {
 *     @Property
 *     void retainIsNeverLost(@ForAll Story story) {
 *         story.check(Laws.RETAIN_KEEPS);
 *     }
 * }
 * }</pre>
 */
public class MooringDomain extends DomainContextBase {
    /** Made by jqwik. */
    public MooringDomain() {}

    @Provide
    Arbitrary<Story> stories() {
        return MooringArbitraries.of(Stories.any());
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return MooringArbitraries.of(Quantities.any());
    }

    @Provide
    Arbitrary<LabelSelector> selectors() {
        return MooringArbitraries.of(Selectors.any());
    }

    @Provide
    Arbitrary<PersistentVolume> volumes() {
        return MooringArbitraries.of(Volumes.any());
    }

    @Provide
    Arbitrary<PersistentVolumeClaim> claims() {
        return MooringArbitraries.of(Claims.any());
    }

    @Provide
    Arbitrary<StorageClass> classes() {
        return MooringArbitraries.of(Classes.any());
    }

    @Provide
    Arbitrary<Node> nodes() {
        return MooringArbitraries.of(Nodes.any());
    }

    @Provide
    Arbitrary<Pod> pods() {
        return MooringArbitraries.of(Pods.any());
    }

    @Provide
    Arbitrary<StatefulSet> statefulSets() {
        return MooringArbitraries.of(Workloads.any().statefulSets());
    }
}
