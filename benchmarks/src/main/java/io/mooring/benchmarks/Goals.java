package io.mooring.benchmarks;

import java.util.List;

/** What must be reached, in the order of the table. */
final class Goals {
    static final String FABRIC8 = "fabric8";
    static final String CLIENT_JAVA = "client-java";
    static final String FLOOR = "floor";
    static final String SORTED = "sorted map";
    static final String COLD = "Replicas 10000";
    static final String COLD_QUICK = "Replicas 10000 without the optimizing compiler";
    static final String WHY = "mooring why";

    private static final double MICROS = 1e3;
    private static final double MILLIS = 1e6;
    private static final double SECONDS = 1e9;

    static final List<Row> ROWS = List.of(
            withPeers("read an amount", "QuantityParse", Limit.times(1.5, FLOOR).and(Limit.allocating(40))),
            withPeers("compare two amounts", "QuantityCompare", Limit.best().and(Limit.allocating(0))),
            withPeers("add two amounts", "QuantityAdd", Limit.best()),
            withPeers("write two amounts", "QuantityText", Limit.best()),
            find("one claim's volume among 100,000", 100_000, "plain", Limit.nanos(1 * MICROS)),
            find("  with two labels wanted", 100_000, "label", Limit.NONE),
            find("  with a zone not wanted", 100_000, "notIn", Limit.NONE),
            find("  for a node, volumes on 100 nodes", 100_000, "node", Limit.NONE),
            find("one claim's volume among 1,000,000", 1_000_000, "plain", Limit.nanos(1.5 * MICROS)),
            find("  with two labels wanted", 1_000_000, "label", Limit.NONE),
            find("  with a zone not wanted", 1_000_000, "notIn", Limit.NONE),
            find("  for a node, volumes on 1,000 nodes", 1_000_000, "node", Limit.NONE),
            Row.of("match 100,000 claims to as many volumes", "BindAll.mooring claims=100000", Limit.NONE),
            Row.of("match 1,000,000 claims, heap of 2 GiB", "BindAll.mooring claims=1000000", Limit.nanos(5 * SECONDS)),
            settle("create and settle 10,000 objects, each", 10_000, Limit.NONE),
            settle("create and settle 100,000 objects, each", 100_000, Limit.nanos(50 * MICROS)),
            settle("create and settle 1,000,000 objects, each", 1_000_000, likeTenThousand()),
            Row.of("settle 1,000 replicas", "SettleReplicas.mooring replicas=1000", Limit.NONE),
            Row.of("settle 10,000 replicas", "SettleReplicas.mooring replicas=10000", Limit.nanos(1 * SECONDS)),
            Row.of("  in a JVM just started, reading included", COLD, Limit.nanos(3 * SECONDS)),
            Row.of("  … without the optimizing compiler, as mooring runs", COLD_QUICK, Limit.nanos(3 * SECONDS)),
            Row.of("settle after a change among 200,000 objects", "ChangeOne.mooring objects=200000", Limit.NONE),
            Row.of(
                    "settle after a change among 1,000,000 objects",
                    "ChangeOne.mooring objects=1000000",
                    Limit.nanos(100 * MICROS)),
            Row.of("  the worst of 1,000 changes", worst("ChangeOne.mooring objects=1000000"), Limit.nanos(1 * MILLIS)),
            withPeers(
                    "read 1,000 YAML documents",
                    "ReadYaml",
                    Limit.times(1.4, FLOOR).and(Limit.timesAllocated(1.4, FLOOR))),
            Row.of("read a JSON list of 1,000 objects", "ReadJson.mooring", Limit.times(1.5, FLOOR))
                    .beside(FABRIC8, "ReadJson.fabric8")
                    .beside(FLOOR, "ReadJson.floor"),
            memory("a volume that was read", "loaded volume", 1000),
            memory("a claim that was read", "loaded claim", 600),
            Row.ofMemory("a volume in a cluster, indexes included", "volume in a cluster", Limit.bytes(2000)),
            Row.ofMemory("a claim in a cluster, indexes included", "claim in a cluster", Limit.bytes(1200)),
            Row.of("mooring why, from start to exit", WHY, Limit.nanos(400 * MILLIS)));

    private Goals() {}

    /** The name of the figure that says how long the longest measurement of this benchmark took in each JVM. */
    static String worst(String benchmark) {
        return benchmark + " worst";
    }

    private static Row withPeers(String title, String benchmark, Limit limit) {
        return Row.of(title, benchmark + ".mooring", limit)
                .beside(FABRIC8, benchmark + ".fabric8")
                .beside(CLIENT_JAVA, benchmark + ".clientJava")
                .beside(FLOOR, benchmark + ".floor");
    }

    private static Row find(String title, int volumes, String wish, Limit limit) {
        String inputs = " volumes=" + volumes + " wish=" + wish;
        return Row.of(title, "FindVolume.mooring" + inputs, limit).beside(SORTED, "FindVolume.sorted" + inputs);
    }

    private static Row settle(String title, int objects, Limit limit) {
        return Row.of(title, settling(objects), limit).each(objects);
    }

    private static String settling(int objects) {
        return "SettleMany.mooring objects=" + objects;
    }

    private static Limit likeTenThousand() {
        return new Limit(
                "1.5 x that at 10,000",
                (row, figures) -> row.figure(figures).median()
                        <= 1.5
                                * figures.get(settling(10_000))
                                        .map(figure -> figure.each(10_000).median())
                                        .orElse(Double.POSITIVE_INFINITY));
    }

    private static Row memory(String title, String name, int most) {
        return Row.ofMemory(title, name + " mooring", Limit.bytes(most))
                .beside(FABRIC8, name + " fabric8")
                .beside(CLIENT_JAVA, name + " clientJava");
    }
}
