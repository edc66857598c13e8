// Mooring in jshell; see the README for how to start it.
import io.mooring.*;
import io.mooring.admission.*;
import io.mooring.binding.control.*;
import io.mooring.binding.explain.*;
import io.mooring.binding.explore.*;
import io.mooring.binding.finding.*;
import io.mooring.binding.match.*;
import io.mooring.binding.world.*;
import io.mooring.meta.*;
import io.mooring.node.*;
import io.mooring.quantity.*;
import io.mooring.storage.*;
import io.mooring.tree.*;
import io.mooring.workload.*;
import io.mooring.yaml.*;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads files and folders, or - for the standard input, lets them settle, and prints what cannot be read or is refused. */
Mooring load(String... files) {
    var mooring = Mooring.loader().load(Stream.of(files).map(Path::of).toList()).settle();
    mooring.refusals().forEach(refusal -> System.out.println(refusal.text()));
    return mooring;
}

/** Prints volumes, claims, and why claims wait. */
void show(Mooring mooring) {
    System.out.print(mooring.tables());
}

/** Prints why a claim waits, and what would help: why(shop, "default/data-0"). */
void why(Mooring mooring, String claim) {
    System.out.print(mooring.why(claim).text());
}
