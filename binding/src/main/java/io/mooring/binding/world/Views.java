package io.mooring.binding.world;

import io.mooring.binding.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of the views that a cluster's controllers brought, each at its view's place. */
final class Views {
    private final List<View<?>> views;
    private final IdentityHashMap<View<?>, Integer> places;
    private final Audience audience;
    private final @Nullable Object[] values;

    private Views(
            List<View<?>> views,
            IdentityHashMap<View<?>, Integer> places,
            Audience audience,
            @Nullable Object[] values) {
        this.views = views;
        this.places = places;
        this.audience = audience;
        this.values = values;
    }

    static Views of(List<View<?>> views) {
        IdentityHashMap<View<?>, Integer> places = new IdentityHashMap<>();
        @Nullable Object[] values = new Object[views.size()];
        for (int i = 0; i < values.length; i++) {
            places.put(views.get(i), i);
            values[i] = views.get(i).start();
        }
        return new Views(views, places, Audience.of(views, View::watches), values);
    }

    /** The values of these views in the cluster; those that it does not keep are counted. */
    static Views counted(List<View<?>> views, Cluster cluster) {
        Views counted = of(views);
        for (int i = 0; i < counted.values.length; i++) {
            counted.values[i] = cluster.view(views.get(i));
        }
        return counted;
    }

    /** With a view that no controller brought, and its value. */
    <V> Views with(View<V> view, V value) {
        Integer place = places.get(view);
        List<View<?>> more = new ArrayList<>(views);
        @Nullable Object[] changed = Arrays.copyOf(values, place == null ? values.length + 1 : values.length);
        if (place == null) {
            more.add(view);
        }
        changed[more.indexOf(view)] = value;
        Views with = of(more);
        return new Views(with.views, with.places, with.audience, changed);
    }

    /** The value of a view; empty if nobody brought it. */
    @SuppressWarnings("unchecked")
    <V> Optional<V> get(View<V> view) {
        Integer place = places.get(view);
        return place == null ? Optional.empty() : Optional.ofNullable((V) values[place]);
    }

    /** The value of the first view that is of this type. */
    <V> Optional<V> find(Class<V> type) {
        for (Object value : values) {
            if (type.isInstance(value)) {
                return Optional.of(type.cast(value));
            }
        }
        return Optional.empty();
    }

    Views after(Change<?> change, Lister objects) {
        @Nullable Object[] changed = values.clone();
        for (int i : audience.of(change.kind())) {
            changed[i] = after(views.get(i), i, change, objects);
        }
        return new Views(views, places, audience, changed);
    }

    @SuppressWarnings("unchecked")
    private <V> V after(View<V> view, int place, Change<?> change, Lister objects) {
        return view.after((V) Objects.requireNonNull(values[place]), change, objects);
    }

    Views after(Optional<Finding> before, Optional<Finding> found) {
        @Nullable Object[] changed = values.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = after(views.get(i), i, before, found);
        }
        return new Views(views, places, audience, changed);
    }

    @SuppressWarnings("unchecked")
    private <V> V after(View<V> view, int place, Optional<Finding> before, Optional<Finding> found) {
        return view.after((V) Objects.requireNonNull(values[place]), before, found);
    }
}
