package io.mooring.testkit.story;

import io.mooring.binding.world.Deletion;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.testkit.choice.Choices;
import io.mooring.workload.Pod;
import java.util.List;

/** An object less. */
final class Deletions {
    private static final List<Deletion> WAYS = List.of(
            Deletion.DEFAULT,
            Deletion.DEFAULT,
            Deletion.DEFAULT.with(Deletion.Propagation.FOREGROUND),
            Deletion.DEFAULT.with(Deletion.Propagation.ORPHAN));

    private Deletions() {}

    /** Often one that has a volume, and one that is kept. */
    static Step claim(There there, Choices choices) {
        List<PersistentVolumeClaim> bound = there.bound();
        List<PersistentVolumeClaim> kept = bound.stream()
                .filter(claim -> claim.volume()
                        .flatMap(there.cluster()::get)
                        .filter(volume -> volume.hasReclaimPolicy(ReclaimPolicy.RETAIN))
                        .isPresent())
                .toList();
        if (!kept.isEmpty() && choices.chance(50)) {
            return plainly(choices.pick(kept));
        }
        boolean takesBound = !bound.isEmpty() && !choices.chance(20);
        return plainly(choices.pick(takesBound ? bound : there.staying(PersistentVolumeClaim.KIND)));
    }

    static Step pod(There there, Choices choices) {
        Pod pod = choices.pick(there.staying(Pod.KIND));
        return new Step.Delete(pod.ref(), choices.chance(20) ? Deletion.DEFAULT.withGracePeriod(0) : Deletion.DEFAULT);
    }

    static Step workload(There there, Choices choices) {
        return new Step.Delete(choices.pick(there.keepers()).ref(), choices.pick(WAYS));
    }

    static Step volume(There there, Choices choices) {
        return any(PersistentVolume.KIND, there, choices);
    }

    static Step node(There there, Choices choices) {
        return any(Node.KIND, there, choices);
    }

    static Step storageClass(There there, Choices choices) {
        return any(StorageClass.KIND, there, choices);
    }

    static Step namespace(There there, Choices choices) {
        return plainly(choices.pick(there.ownNamespacesThere()));
    }

    static Step rule(There there, Choices choices) {
        return plainly(choices.pick(there.ruling()));
    }

    private static Step any(ObjectKind<? extends KubernetesObject> kind, There there, Choices choices) {
        return plainly(choices.pick(there.staying(kind)));
    }

    private static Step plainly(KubernetesObject object) {
        return new Step.Delete(object.ref(), Deletion.DEFAULT);
    }
}
