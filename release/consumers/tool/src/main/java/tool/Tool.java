package tool;

import io.mooring.Mooring;
import io.mooring.storage.PersistentVolumeClaim;
import java.nio.file.Path;
import java.util.List;

/** Says of each claim of a file which volume it gets, or why it waits. */
public final class Tool {
    private Tool() {}

    public static void main(String[] arguments) {
        Mooring settled = Mooring.load(Path.of(arguments[0])).settle();
        List<PersistentVolumeClaim> claims =
                settled.cluster().list(PersistentVolumeClaim.KIND).toList();
        for (PersistentVolumeClaim claim : claims) {
            String name = claim.metadata().namespace() + "/" + claim.metadata().name();
            System.out.println(name + ": " + (claim.isBound() ? "bound" : settled.why(name).text()));
        }
    }
}
