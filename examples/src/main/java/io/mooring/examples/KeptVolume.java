package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import java.io.PrintStream;

/** How is a volume used again that was kept? Its claim goes, it is Released; its claimRef is cleared, it is free. */
public final class KeptVolume {
    private static final String VOLUME = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv-a}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOnce]
              persistentVolumeReclaimPolicy: Retain
              storageClassName: manual
              nfs: {server: nfs.example.com, path: /a}
            """;

    private static final String CLAIMS = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: first}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: second}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            """;

    private KeptVolume() {}

    public static void main(String[] arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        Mooring bound = show(Mooring.read(VOLUME + "---\n" + CLAIMS), "bound", out);

        Cluster cluster = bound.cluster();
        Ref<PersistentVolumeClaim> first = PersistentVolumeClaim.ref("default", "first");
        Mooring released = show(bound.in(cluster.delete(first).orThrow()), "its claim deleted", out);

        Ref<PersistentVolume> volume = PersistentVolume.ref("pv-a");
        JsonObject clearClaimRef = JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL));
        Cluster cleared = released.cluster().patch(volume, clearClaimRef).orThrow();
        show(released.in(cleared), "its claimRef cleared", out);
    }

    private static Mooring show(Mooring world, String when, PrintStream out) {
        Mooring settled = world.settle();
        out.println("# " + when);
        out.print(settled.volumes());
        return settled;
    }
}
