package io.mooring.binding.explain.fix;

import io.mooring.admission.object.Objects;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.names.NearMiss;
import io.mooring.storage.StorageClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A class that is missing, made like the one whose name is near, as where it was mistyped; else like the default one, or the first that is there. */
record ClassAdditions(Cluster cluster) {
    List<Proposal> of(Ref<StorageClass> missing) {
        return models(cluster, missing.name())
                .limit(1)
                .map(model -> like(model, missing))
                .toList();
    }

    /** The classes that have volumes made: that first whose name is near to the one that was written, then the default. */
    static Stream<StorageClass> models(Cluster cluster, String written) {
        List<StorageClass> makers = cluster.list(StorageClass.KIND)
                .filter(each -> !each.provisioner().equals(StorageClass.NO_PROVISIONER))
                .toList();
        Optional<String> near = NearMiss.of(
                written, makers.stream().map(each -> each.metadata().name()).toList());
        return makers.stream()
                .sorted(Comparator.comparing((StorageClass each) ->
                                !near.equals(Optional.of(each.metadata().name())))
                        .thenComparing(each -> !each.isDefault()));
    }

    private static Proposal like(StorageClass model, Ref<StorageClass> missing) {
        ObjectMeta named = ObjectMeta.builder().name(missing.name()).build();
        String purpose = "create the class \"" + missing.name() + "\" like \""
                + model.metadata().name() + "\", with the provisioner " + model.provisioner();
        return Proposal.of(new Edit.Create(Objects.write(model.withMetadata(named)), purpose), Fix.Cost.ADDITION);
    }
}
