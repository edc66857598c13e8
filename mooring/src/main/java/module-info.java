/**
 * The front door: what would Kubernetes do with these manifests, and why?
 *
 * <pre>{@code
 * Mooring shop = Mooring.load(folder).settle();
 * System.out.print(shop.tables());                      // who gets which volume
 * System.out.print(shop.why("shop/data-0").text());     // why a claim stands as it does, and what would help
 * }</pre>
 *
 * <table>
 * <caption>Where what is</caption>
 * <tr><td>{@link io.mooring.Mooring}</td><td>files, a dump or plain maps in; tables, refusals, reasons out</td></tr>
 * <tr><td>{@link io.mooring.binding.world.Cluster}</td><td>a cluster as a value: the API server's verbs, settling, events, time</td></tr>
 * <tr><td>{@link io.mooring.binding.control.ControlPlane}</td><td>which controllers run, with which provisioners and resizers</td></tr>
 * <tr><td>{@link io.mooring.binding.match.VolumeMatcher}</td><td>which volume for this claim, and of each other one why not</td></tr>
 * <tr><td>{@link io.mooring.binding.explain.Explainer}</td><td>why an object stands as it does, and what would help</td></tr>
 * <tr><td>{@link io.mooring.binding.check.Checks}</td><td>what will not work, loses data or surprises, before anything runs</td></tr>
 * <tr><td>{@link io.mooring.binding.plan.Planner}</td><td>the most that can be bound, and which volumes to make</td></tr>
 * <tr><td>{@link io.mooring.binding.explore.Explorer}</td><td>every end that may come where Kubernetes leaves the order open</td></tr>
 * <tr><td>{@link io.mooring.storage.PersistentVolumeClaim}</td><td>and the other objects: immutable values, with builders</td></tr>
 * <tr><td>{@link io.mooring.quantity.Quantity}</td><td>exact amounts</td></tr>
 * <tr><td>{@link io.mooring.yaml.Manifests}</td><td>text to objects and back, with positions</td></tr>
 * </table>
 *
 * <p>Everything is a value, or a function of values: no clock, no randomness, and files only here.
 */
module io.mooring {
    requires transitive io.mooring.core;
    requires transitive io.mooring.binding;
    requires transitive io.mooring.yaml;
    requires static transitive org.jspecify;

    exports io.mooring;
}
