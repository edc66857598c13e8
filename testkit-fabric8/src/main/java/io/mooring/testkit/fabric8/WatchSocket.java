package io.mooring.testkit.fabric8;

import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A watch: what is there when it opens, or what was written since the version that it asks for, and then each write. A change by which
 * an object comes to be selected is shown as its coming, one by which it is not selected any more as its going.
 */
final class WatchSocket extends WebSocketListener implements Consumer<World.Written> {
    private static final int GONE_AWAY = 1001;

    private final ApiServer api;
    private final World world;
    private final Resources resources;
    private final Requested requested;
    private final Predicate<JsonObject> selection;
    private final Executor sender;
    private @Nullable WebSocket socket;

    WatchSocket(ApiServer api, World world, Resources resources, Requested requested, Executor sender) {
        this.api = api;
        this.world = world;
        this.resources = resources;
        this.requested = requested;
        this.selection = Selection.of(requested);
        this.sender = sender;
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        synchronized (world) {
            socket = opened;
            String version = requested.parameter("resourceVersion");
            boolean wantsAll = version.isEmpty() || version.equals("0") || requested.isTrue("sendInitialEvents");
            if (wantsAll) {
                api.list(requested).forEach(tree -> send("ADDED", tree));
                endInitialEvents();
            } else {
                world.since(Long.parseLong(version)).forEach(this);
            }
            world.watch(this);
        }
    }

    private void endInitialEvents() {
        if (requested.isTrue("sendInitialEvents")) {
            JsonObject mark = JsonObject.of("k8s.io/initial-events-end", new JsonString("true"));
            JsonObject metadata = JsonObject.builder()
                    .put("resourceVersion", world.cluster().version())
                    .put("annotations", mark)
                    .build();
            String kind = resources
                    .kind(requested, world.cluster())
                    .map(each -> each.name())
                    .orElse("");
            emit(
                    "BOOKMARK",
                    JsonObject.builder()
                            .put("kind", kind)
                            .put("apiVersion", requested.apiVersion())
                            .put("metadata", metadata)
                            .build());
        }
    }

    @Override
    public void accept(World.Written written) {
        boolean isOfKind = resources
                .kind(requested, world.cluster())
                .filter(written.ref().kind()::equals)
                .isPresent();
        if (!isOfKind) {
            return;
        }
        boolean wasSelected = written.before().filter(selection).isPresent();
        Optional<JsonObject> selected = written.after().filter(selection);
        if (selected.isPresent()) {
            send(wasSelected ? "MODIFIED" : "ADDED", selected.get());
        } else if (wasSelected) {
            send("DELETED", written.gone());
        }
    }

    private void send(String type, JsonObject tree) {
        emit(type, ApiServer.versioned(tree, requested));
    }

    private void emit(String type, JsonObject object) {
        WebSocket open = socket;
        String message = JsonObject.builder()
                .put("type", type)
                .put("object", object)
                .build()
                .toJson();
        if (open != null) {
            sender.execute(() -> open.send(message));
        }
    }

    @Override
    public void onClosing(WebSocket closing, int code, @Nullable String reason) {
        end();
        sender.execute(() -> closing.close(code, reason == null ? "" : reason));
    }

    @Override
    public void onClosed(WebSocket closed, int code, @Nullable String reason) {
        end();
    }

    @Override
    public void onFailure(WebSocket failed, Throwable thrown, Response response) {
        end();
        failed.close(GONE_AWAY, "the connection is broken");
    }

    private void end() {
        synchronized (world) {
            world.unwatch(this);
            socket = null;
        }
    }
}
