package io.mooring.cli;

import io.mooring.Mooring;
import io.mooring.binding.world.Cluster;

/**
 * What a person does in jshell, which {@code mooring jshell} starts. There is one world; each verb that changes it lets it settle,
 * and can be undone.
 */
public final class Verbs {
    private static final String HELP = """
            load("shop.yaml", "more/")   create what manifests say            open("dump.yaml")      take a cluster's dump as it stands
            show()                       tables of volumes and claims         show("pvc/data-0")     an object as YAML
            why()                        everything that is not fine          why("data-0")          why one object stands so
            apply("claim.yaml")          create or patch; YAML text too       delete("pvc/www-web-0")
            scale("sts/web", 3)          so many replicas                     advance("5m")          time passes
            diff()                       what the last step changed           undo()                 take it back
            world()                      the world as a value                 cluster()              its objects as a value
            """;

    private static final Session SESSION = new Session(System.out);

    private Verbs() {}

    /** Creates what these files and folders of manifests say, and lets it settle. */
    public static void load(String... files) {
        SESSION.load(files);
    }

    /** Takes a cluster's dump as it stands. */
    public static void open(String... files) {
        SESSION.open(files);
    }

    /** Prints volumes and claims. */
    public static void show() {
        SESSION.show();
    }

    /** Prints an object as YAML. */
    public static void show(String name) {
        SESSION.show(name);
    }

    /** Prints why everything that is not fine stands as it does, and what helps. */
    public static void why() {
        SESSION.why();
    }

    /** Prints why an object stands as it does, and what helps. */
    public static void why(String name) {
        SESSION.why(name);
    }

    /** Creates what is not there, and patches what is: a file, or a text of YAML. */
    public static void apply(String manifests) {
        SESSION.apply(manifests);
    }

    /** Deletes an object. */
    public static void delete(String name) {
        SESSION.delete(name);
    }

    /** Changes the number of replicas of a set or Deployment. */
    public static void scale(String name, int replicas) {
        SESSION.scale(name, replicas);
    }

    /** Lets time pass: {@code 90s}, {@code 5m}, {@code 1h30m}. */
    public static void advance(String time) {
        SESSION.advance(time);
    }

    /** Prints what the last step changed. */
    public static void diff() {
        SESSION.diff();
    }

    /** Takes the last step back. */
    public static void undo() {
        SESSION.undo();
    }

    /** Prints these verbs. */
    public static void help() {
        System.out.print(HELP);
    }

    /** The world as it is. */
    public static Mooring world() {
        return SESSION.world();
    }

    /** Its objects. */
    public static Cluster cluster() {
        return SESSION.world().cluster();
    }
}
