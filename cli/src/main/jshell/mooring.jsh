// What mooring jshell starts with. AccessMode is named, as java.nio.file has one too.
import io.mooring.*;
import io.mooring.binding.control.*;
import io.mooring.binding.explain.*;
import io.mooring.binding.explore.*;
import io.mooring.binding.match.*;
import io.mooring.binding.plan.*;
import io.mooring.binding.world.*;
import io.mooring.meta.*;
import io.mooring.node.*;
import io.mooring.quantity.*;
import io.mooring.release.*;
import io.mooring.storage.*;
import io.mooring.storage.AccessMode;
import io.mooring.tree.*;
import io.mooring.workload.*;
import io.mooring.yaml.*;
import static io.mooring.cli.Verbs.*;
help();
