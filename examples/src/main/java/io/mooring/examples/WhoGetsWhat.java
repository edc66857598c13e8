package io.mooring.examples;

import io.mooring.binding.explain.ClaimExplanation;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.table.Table;
import io.mooring.binding.table.Tables;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The main job: manifests in, who gets which volume out, and for every claim that waits the reason. Arguments are files
 * and folders. What cannot be read or is refused comes first; the rest is settled without it.
 */
public final class WhoGetsWhat {
    private WhoGetsWhat() {}

    public static void main(String[] files) {
        print(Stream.of(files).map(Path::of).toList(), System.out);
    }

    static void print(List<Path> files, PrintStream out) {
        Loading loading = Loading.of(files);
        loading.complaints().forEach(complaint -> out.println(complaint + "\n"));
        Cluster settled = loading.cluster().settle();

        print(Tables.volumes(settled.list(PersistentVolume.KIND).toList()), out);
        print(Tables.claims(settled.list(PersistentVolumeClaim.KIND).toList()), out);
        for (ClaimExplanation waiting : Explainer.waiting(settled)) {
            out.println(waiting.text());
        }
    }

    private static void print(Table table, PrintStream out) {
        if (!table.rows().isEmpty()) {
            out.println(table);
        }
    }
}
