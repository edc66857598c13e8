package io.mooring.benchmarks;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.PersistentVolumeStatus;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumePhase;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Volumes and claims by a seed, with the spread of a large cluster: five classes of which one is had by half, sizes from 1Gi to 2Ti
 * with the small ones frequent, one in eight ReadWriteMany.
 */
public final class Inputs {
    /** The zones of labelled volumes. */
    static final List<String> ZONES = List.of("a", "b", "c");

    private static final long SEED = 20_261_126;
    private static final String DRIVER = "csi.example.com";
    private static final List<String> CLASSES =
            List.of("fast", "fast", "fast", "fast", "slow", "slow", "local", "archive");
    private static final int LARGEST_POWER = 11;
    private static final int ONE_IN_MANY = 8;

    private Inputs() {}

    /** Available volumes without labels or affinity. */
    public static List<PersistentVolume> plainVolumes(int count) {
        return volumes(count, (index, random) -> volume("pv-" + index, random));
    }

    /** The same with a zone, a tier of ten, and a disk that is one volume's own. */
    public static List<PersistentVolume> labelledVolumes(int count) {
        return volumes(count, (index, random) -> {
            PersistentVolume plain = volume("pv-" + index, random);
            return plain.withMetadata(plain.metadata()
                    .withLabels(Map.of(
                            "zone", ZONES.get(random.nextInt(ZONES.size())),
                            "tier", "t" + random.nextInt(10),
                            "disk", "d" + index)));
        });
    }

    /** The same without labels, each on one of a thousandth as many nodes. */
    public static List<PersistentVolume> pinnedVolumes(int count) {
        return volumes(count, (index, random) -> {
            PersistentVolume plain = volume("pv-" + index, random);
            return plain.withSpec(plain.spec().withNodeAffinity(onNode("node-" + random.nextInt(nodes(count)))));
        });
    }

    /** How many nodes {@link #pinnedVolumes} are on. */
    static int nodes(int count) {
        return Math.max(1, count / 1000);
    }

    private interface Making<T> {
        T make(int index, Random random);
    }

    private static <T> List<T> volumes(int count, Making<T> making) {
        Random random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(index -> making.make(index, random))
                .toList();
    }

    private static PersistentVolume volume(String name, Random random) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", size(random))
                        .addAccessModes(mode(random))
                        .storageClassName(className(random))
                        .addSources(VolumeSource.csi(DRIVER, name))
                        .build())
                .status(PersistentVolumeStatus.builder()
                        .phase(VolumePhase.AVAILABLE)
                        .build())
                .build();
    }

    private static Quantity size(Random random) {
        return Quantity.ofBytes(
                1L << (30 + Math.min(random.nextInt(LARGEST_POWER + 1), random.nextInt(LARGEST_POWER + 1))));
    }

    private static AccessMode mode(Random random) {
        return random.nextInt(ONE_IN_MANY) == 0 ? AccessMode.READ_WRITE_MANY : AccessMode.READ_WRITE_ONCE;
    }

    private static String className(Random random) {
        return CLASSES.get(random.nextInt(CLASSES.size()));
    }

    private static VolumeNodeAffinity onNode(String node) {
        NodeSelectorTerm term = NodeSelectorTerm.builder()
                .addMatchExpressions(NodeSelectorRequirement.builder()
                        .key("kubernetes.io/hostname")
                        .operator("In")
                        .addValues(node)
                        .build())
                .build();
        return VolumeNodeAffinity.builder()
                .required(NodeSelector.builder().addNodeSelectorTerms(term).build())
                .build();
    }

    /** As many claims as volumes, so drawn that each volume of {@link #plainVolumes} is somebody's. */
    public static List<PersistentVolumeClaim> claims(int count) {
        Random random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(index -> claim("data-" + index, random))
                .toList();
    }

    private static PersistentVolumeClaim claim(String name, Random random) {
        Quantity size = size(random);
        AccessMode mode = mode(random);
        String className = className(random);
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name(name).namespace("default").build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(mode)
                        .storageClassName(className)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", size)
                                .build())
                        .build())
                .build();
    }

    /** Some claims, changed each by its index. */
    static List<PersistentVolumeClaim> claims(int count, Function<Integer, LabelSelector> selector) {
        List<PersistentVolumeClaim> plain = claims(count);
        return IntStream.range(0, count)
                .mapToObj(index ->
                        plain.get(index).withSpec(plain.get(index).spec().withSelector(selector.apply(index))))
                .toList();
    }

    /** A manifest of YAML documents, volumes and claims in turn, as long as people's are: about 695 bytes each. */
    public static String manifest(int documents) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(SEED);
        for (int index = 0; index < documents; index++) {
            String className = className(random);
            AccessMode mode = mode(random);
            int size = 1 + random.nextInt(2000);
            text.append(
                    index % 2 == 0
                            ? volumeText(index, size, mode, className)
                            : claimText(index, size, mode, className));
        }
        return text.toString();
    }

    private static String volumeText(int index, int size, AccessMode mode, String className) {
        return """
                ---
                # Volume %1$d of the shop's storage
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: pv-%1$d
                  labels:
                    app.kubernetes.io/name: shop
                    app.kubernetes.io/part-of: storage
                    topology.kubernetes.io/zone: "%5$s"
                  annotations:
                    example.com/owner: "team-%6$d"
                    example.com/ticket: "OPS-%1$d"
                spec:
                  capacity:
                    storage: %2$dGi
                  accessModes:
                    - %3$s
                  persistentVolumeReclaimPolicy: Retain
                  storageClassName: %4$s
                  volumeMode: Filesystem
                  mountOptions: [hard, nfsvers=4.1]
                  csi:
                    driver: csi.example.com
                    volumeHandle: vol-%1$d
                    fsType: ext4
                    volumeAttributes:
                      server: "10.0.0.%6$d"
                      share: /exports/shop/%1$d
                """.formatted(index, size, mode, className, ZONES.get(index % ZONES.size()), index % 200);
    }

    private static String claimText(int index, int size, AccessMode mode, String className) {
        return """
                ---
                # Claim %1$d of the shop
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: data-%1$d
                  namespace: shop
                  labels:
                    app.kubernetes.io/name: shop
                    app.kubernetes.io/component: database
                    app.kubernetes.io/instance: shop-%6$d
                  annotations:
                    example.com/owner: "team-%6$d"
                    example.com/backup: "daily"
                    example.com/description: "The data of instance %6$d, kept for thirty days after it is gone"
                spec:
                  accessModes: [%3$s]
                  storageClassName: %4$s
                  volumeMode: Filesystem
                  resources:
                    requests:
                      storage: %2$dGi
                  selector:
                    matchLabels:
                      topology.kubernetes.io/zone: "%5$s"
                """.formatted(index, size, mode, className, ZONES.get(index % ZONES.size()), index % 200);
    }
}
