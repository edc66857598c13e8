package io.mooring.binding.explain.fix;

import io.mooring.admission.object.Objects;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.storage.StorageClass;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A class that is missing, made like the default one, or else like the first that is there. */
record ClassAdditions(Cluster cluster) {
    List<Proposal> of(Ref<StorageClass> missing) {
        return models(cluster).limit(1).map(model -> like(model, missing)).toList();
    }

    /** The classes that have volumes made; the default first, then by name. */
    static Stream<StorageClass> models(Cluster cluster) {
        return cluster.list(StorageClass.KIND)
                .filter(each -> !each.provisioner().equals(StorageClass.NO_PROVISIONER))
                .sorted(Comparator.comparing((StorageClass each) -> !each.isDefault()));
    }

    private static Proposal like(StorageClass model, Ref<StorageClass> missing) {
        ObjectMeta named = ObjectMeta.builder().name(missing.name()).build();
        String purpose = "create the class \"" + missing.name() + "\" like \""
                + model.metadata().name() + "\", with the provisioner " + model.provisioner();
        return Proposal.of(new Edit.Create(Objects.write(model.withMetadata(named)), purpose), Fix.Cost.ADDITION);
    }
}
