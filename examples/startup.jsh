// Mooring in jshell; see the README for how to start it.
import io.mooring.admission.*;
import io.mooring.binding.world.*;
import io.mooring.binding.control.*;
import io.mooring.binding.claims.*;
import io.mooring.binding.explain.*;
import io.mooring.binding.explore.*;
import io.mooring.binding.match.*;
import io.mooring.binding.table.*;
import io.mooring.examples.Loading;
import io.mooring.meta.*;
import io.mooring.node.*;
import io.mooring.quantity.*;
import io.mooring.storage.*;
import io.mooring.storage.source.*;
import io.mooring.tree.*;
import io.mooring.workload.*;
import io.mooring.yaml.*;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A settled cluster of what the files say, with a node if they have none; prints what cannot be read or is refused. */
Cluster load(String... files) {
    var loading = Loading.of(Stream.of(files).map(Path::of).toList());
    loading.complaints().forEach(System.out::println);
    return loading.cluster().settle();
}

/** Prints volumes, claims, and why claims wait. */
void show(Cluster world) {
    System.out.println(Tables.volumes(world.list(PersistentVolume.KIND).toList()));
    System.out.println(Tables.claims(world.list(PersistentVolumeClaim.KIND).toList()));
    Explainer.waiting(world).forEach(waiting -> System.out.println(waiting.text()));
}
