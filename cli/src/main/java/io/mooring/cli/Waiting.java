package io.mooring.cli;

/** Tells a person who waits what is being done, where there is much of it: on one line, which the answer wipes away. */
final class Waiting {
    private static final int MANY = 2_000;
    private static final String WIPE = "\r\u001b[K";

    private Waiting() {}

    /** Nobody is told of a small world, or without a terminal. */
    static void on(String work, World world, Surroundings surroundings) {
        if (isTold(world, surroundings)) {
            surroundings.err().print(WIPE + work + " ...");
            surroundings.err().flush();
        }
    }

    /** Nothing is waited for any more. */
    static void over(World world, Surroundings surroundings) {
        if (isTold(world, surroundings)) {
            surroundings.err().print(WIPE);
            surroundings.err().flush();
        }
    }

    private static boolean isTold(World world, Surroundings surroundings) {
        return surroundings.isTerminal(Surroundings.Stream.ERR)
                && world.asRead().cluster().size() > MANY;
    }
}
