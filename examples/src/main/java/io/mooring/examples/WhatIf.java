package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.binding.world.Change;
import java.io.PrintStream;

/** What if there were one more volume? The cluster as it is stays as it was, and the two are compared. */
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
        Mooring world = Mooring.read(CLAIMS_AND_A_VOLUME).settle();
        out.print("# as it is\n" + world.claims());

        Mooring other = world.create(volume("pv-b", "10Gi")).settle();
        out.print("# with one more volume\n" + other.claims());
        for (Change<?> change : other.cluster().changesSince(world.cluster())) {
            out.println((change.isCreation() ? "new: " : "changed: ") + change.ref());
        }
    }
}
