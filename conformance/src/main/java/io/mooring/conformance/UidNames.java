package io.mooring.conformance;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The uids of a story as the records name them: {@code uid(Kind/namespace/name)}, with {@code #2} for the second object
 * of that name.
 */
final class UidNames {
    private static final Pattern ASKED = Pattern.compile("\\{uid:([^/{}]*)/([^/{}]*)/([^{}]*)}");

    private static final Pattern NAMED = Pattern.compile("uid\\((.*?)(?:#(\\d+))?\\)");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Integer> generations = new HashMap<>();
    private final Map<Ref<?>, String> lastUids = new HashMap<>();
    private final MadeUpNames madeUp;
    private int shortestUid = Integer.MAX_VALUE;

    UidNames() {
        this(Numbering.OWN);
    }

    /** @param numbering how names are numbered that are first seen together */
    UidNames(Numbering numbering) {
        this.madeUp = new MadeUpNames(numbering);
    }

    /** Notes every object that was not seen before. */
    void see(Cluster cluster) {
        List<KubernetesObject> fresh = new ArrayList<>();
        cluster.all()
                .filter(object -> !names.containsKey(object.metadata().uid()))
                .forEach(fresh::add);
        fresh.sort(Comparator.comparing(object -> object.metadata().uid()));
        madeUp.see(fresh);
        fresh.forEach(this::see);
    }

    /** How many names there are in each group that was made up at once. */
    List<Integer> numbered() {
        return madeUp.groups();
    }

    /**
     * Notes an object whose uid is its name already, as in a dump or a state that was recorded: what comes after it is
     * counted on.
     */
    void seeNamed(Ref<?> ref, String uid) {
        Matcher matcher = NAMED.matcher(uid);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a uid's name: " + uid);
        }
        int generation = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        generations.merge(matcher.group(1), generation, Math::max);
        names.put(uid, uid);
        lastUids.put(ref, uid);
        shortestUid = Math.min(shortestUid, uid.length());
    }

    /** Notes a name that may be one that was made up, in the words of the records. */
    void seeWritten(String name) {
        madeUp.seeWritten(name);
    }

    private void see(KubernetesObject object) {
        Ref<?> ref = object.ref();
        String name = hide(ref.kind().name() + "/" + ref.namespace() + "/" + ref.name());
        int generation = generations.merge(name, 1, Integer::sum);
        names.put(object.metadata().uid(), "uid(" + name + (generation == 1 ? "" : "#" + generation) + ")");
        lastUids.put(ref, object.metadata().uid());
        shortestUid = Math.min(shortestUid, object.metadata().uid().length());
    }

    /** The text with every uid that was seen replaced by its name, and every name that was made up as well. */
    String hide(String text) {
        String hidden = madeUp.hide(text);
        if (hidden.length() < shortestUid) {
            return hidden;
        }
        for (Map.Entry<String, String> name : names.entrySet()) {
            hidden = hidden.replace(name.getKey(), name.getValue());
        }
        return hidden;
    }

    /**
     * The text with every <code>{uid:Kind/namespace/name}</code> replaced by the uid of the object that is there, or else of
     * the last one that was: what it left behind carries its uid still.
     */
    String fill(String text, Cluster cluster) {
        Matcher matcher = ASKED.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Ref<?> object = RecordedKinds.named(matcher.group(1)).ref(matcher.group(2), madeUp.fill(matcher.group(3)));
            String uid = cluster.get(object)
                    .map(found -> found.metadata().uid())
                    .orElseGet(() -> lastUids.getOrDefault(object, matcher.group()));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(uid));
        }
        return madeUp.fill(matcher.appendTail(filled).toString());
    }
}
