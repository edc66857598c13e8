/** A tool that depends on Mooring. */
module tool {
    requires io.mooring;
}
