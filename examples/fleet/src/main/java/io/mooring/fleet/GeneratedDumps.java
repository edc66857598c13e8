package io.mooring.fleet;

import io.mooring.Mooring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Dumps to try the pipeline with: shops of volumes and claims, of which one in twenty waits for a volume of a class that is full. */
public final class GeneratedDumps {
    private static final int WAITING = 20;

    private GeneratedDumps() {}

    /** The folder, how many dumps, and how many objects in each. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int dumps = Integer.parseInt(arguments[1]);
        for (int dump = 0; dump < dumps; dump++) {
            Files.writeString(folder.resolve("cluster-" + dump + ".yaml"), dump(dump, Integer.parseInt(arguments[2])));
        }
    }

    /** The dump of a settled cluster of about so many objects. */
    public static String dump(int seed, int objects) {
        Random random = new Random(seed);
        StringBuilder manifests = new StringBuilder();
        for (int pair = 0; pair < objects / 2; pair++) {
            int size = 1 + random.nextInt(100);
            String className = "class-" + pair;
            if (random.nextInt(WAITING) != 0) {
                manifests.append("""
                        ---
                        apiVersion: v1
                        kind: PersistentVolume
                        metadata: {name: pv-%1$d, labels: {disk: ssd}}
                        spec:
                          capacity: {storage: %2$dGi}
                          accessModes: [ReadWriteOnce]
                          persistentVolumeReclaimPolicy: Retain
                          storageClassName: %3$s
                          csi: {driver: csi.example.com, volumeHandle: vol-%1$d}
                        """.formatted(pair, size, className));
            }
            manifests.append("""
                    ---
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata: {name: data-%1$d, namespace: shop-%4$d}
                    spec:
                      accessModes: [ReadWriteOnce]
                      storageClassName: %3$s
                      resources: {requests: {storage: %2$dGi}}
                    """.formatted(pair, size, className, pair % 10));
        }
        return Mooring.read(manifests.toString()).settle().write();
    }
}
