package io.mooring.examples;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.yaml.Manifests;
import java.io.PrintStream;
import java.util.List;

/**
 * A controller of one's own beside Kubernetes': it tells a class that is being deleted how many claims ask for it still. It
 * brings an index of its own, so that it does not walk all claims.
 */
public final class OwnController {
    private static final String MANIFESTS = """
            {kind: StorageClass, apiVersion: storage.k8s.io/v1, metadata: {name: slow, finalizers: [example.com/census]},
             provisioner: example.com/nobody}
            ---
            {kind: PersistentVolumeClaim, apiVersion: v1, metadata: {name: mine},
             spec: {accessModes: [ReadWriteOnce], storageClassName: slow, resources: {requests: {storage: 1Gi}}}}
            ---
            {kind: PersistentVolumeClaim, apiVersion: v1, metadata: {name: yours},
             spec: {accessModes: [ReadWriteOnce], storageClassName: slow, resources: {requests: {storage: 1Gi}}}}
            """;

    private OwnController() {}

    public static void main(String[] arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        Controllers controllers = ControlPlane.DEFAULT.controllers().and(List.of(new Census()));
        Cluster cluster = Cluster.empty(controllers);
        for (KubernetesObject object : Manifests.read(MANIFESTS).objects()) {
            cluster = cluster.create(object).orThrow();
        }
        Ref<StorageClass> slow = StorageClass.ref("slow");
        Cluster deleted = cluster.delete(slow).orThrow().settle();
        deleted.events().stream()
                .filter(event -> event.regarding().equals(slow))
                .forEach(event -> out.println(event));
    }

    /** Counts the claims of classes that are being deleted. */
    private static final class Census implements Controller<Ref<StorageClass>> {
        private static final Index<PersistentVolumeClaim, String> CLAIMS_BY_CLASS = Index.of(
                PersistentVolumeClaim.KIND,
                claim -> claim,
                claim -> claim.className().map(List::of).orElse(List.of()));

        @Override
        public String name() {
            return "census";
        }

        @Override
        public List<View<?>> views() {
            return List.of(CLAIMS_BY_CLASS);
        }

        @Override
        public Watches<Ref<StorageClass>> watches() {
            return Watches.of(StorageClass.KIND, Census::wakes);
        }

        private static List<Wake<Ref<StorageClass>>> wakes(Change<StorageClass> change, Cluster cluster) {
            return change.after()
                    .filter(storageClass -> storageClass.metadata().isBeingDeleted())
                    .map(storageClass -> List.of(Wake.now(storageClass.ref())))
                    .orElse(List.of());
        }

        @Override
        public List<Write> reconcile(Cluster cluster, Ref<StorageClass> item) {
            int claims = CLAIMS_BY_CLASS.count(cluster, item.name());
            return cluster.get(item)
                    .<List<Write>>map(found ->
                            List.of(Write.warning(found, "ClassInUse", claims + " claims ask for this class still")))
                    .orElse(List.of());
        }
    }
}
