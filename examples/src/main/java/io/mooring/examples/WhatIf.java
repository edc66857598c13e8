package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.binding.table.Tables;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.yaml.Manifests;
import java.io.PrintStream;

/** What if there were one more volume? The world that is stays as it was, and the two tell what differs. */
public final class WhatIf {
    private static final String CLAIMS_AND_A_VOLUME = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: large}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 8Gi}}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: small}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            ---
            """ + volume("pv-a", "5Gi");

    private WhatIf() {}

    private static String volume(String name, String storage) {
        return """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: %s}
            spec:
              capacity: {storage: %s}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              nfs: {server: nfs.example.com, path: /}
            """.formatted(name, storage);
    }

    public static void main(String[] arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        Cluster world = Mooring.read(CLAIMS_AND_A_VOLUME).settle().cluster();
        show(world, "as it is", out);

        Cluster other = with(world, volume("pv-b", "10Gi")).settle();
        show(other, "with one more volume", out);
        for (Change change : other.changesSince(world)) {
            out.println((change.isCreation() ? "new: " : "changed: ") + change.ref());
        }
    }

    private static Cluster with(Cluster before, String text) {
        Cluster world = before;
        for (KubernetesObject object : Manifests.read(text).objects()) {
            world = world.create(object).orThrow();
        }
        return world;
    }

    private static void show(Cluster world, String when, PrintStream out) {
        out.println("# " + when);
        out.print(Tables.claims(world.list(PersistentVolumeClaim.KIND).toList()));
    }
}
