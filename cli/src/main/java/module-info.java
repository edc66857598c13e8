/** The command {@code mooring}: an application; nobody depends on it, and it exports nothing. */
module io.mooring.cli {
    requires io.mooring;
    requires info.picocli;
    requires static transitive org.jspecify;

    opens io.mooring.cli to
            info.picocli;
}
