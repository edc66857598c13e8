package io.mooring.testkit.fabric8;

import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.CustomResourceAware;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.Resetable;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.internal.MockDispatcher;
import io.fabric8.mockwebserver.internal.SimpleRequest;
import io.mooring.binding.world.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who answers the mock server's requests: an expectation that the test set, else Mooring if it is about objects, else fabric8's own
 * store.
 */
final class MooringDispatcher extends Dispatcher implements Resetable, CustomResourceAware {
    private static final Pattern DISCOVERY = Pattern.compile("/(?:api|apis/([^/?]+))/([^/?]+)/?(?:\\?.*)?");
    private static final int SERVER_ERROR = 500;

    private final Map<ServerRequest, Queue<ServerResponse>> expected;
    private final MockDispatcher expectations;
    private final KubernetesCrudDispatcher rest = new KubernetesCrudDispatcher();
    private final World world;
    private final Resources resources;
    private final ApiServer api;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "mooring-watches");
        thread.setDaemon(true);
        return thread;
    });

    MooringDispatcher(
            Map<ServerRequest, Queue<ServerResponse>> expected, World world, Resources resources, ApiServer api) {
        this.expected = expected;
        this.expectations = new MockDispatcher(expected);
        this.world = world;
        this.resources = resources;
        this.api = api;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        Queue<ServerResponse> queue =
                expected.get(new SimpleRequest(HttpMethod.valueOf(request.getMethod()), request.getPath()));
        if (queue != null && !queue.isEmpty()) {
            return expectations.dispatch(request);
        }
        return Requested.parse(request.getPath())
                .filter(ApiServer::serves)
                .map(requested -> answer(request, requested))
                .or(() -> discovery(request))
                .orElseGet(() -> rest.dispatch(request));
    }

    /** A defect is an answer too: a client that gets none waits for ten seconds. */
    private MockResponse answer(RecordedRequest request, Requested requested) {
        try {
            if (request.getMethod().equals("GET") && requested.isWatch()) {
                return new MockResponse()
                        .withWebSocketUpgrade(new WatchSocket(api, world, resources, requested, sender));
            }
            String body = Optional.ofNullable(request.getUtf8Body()).orElse("");
            String type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
            synchronized (world) {
                return response(api.answer(new ApiRequest(request.getMethod(), requested, type, body)));
            }
        } catch (RuntimeException | Error defect) {
            return response(ApiResponse.refused(
                    new Answer.Refused(SERVER_ERROR, "InternalError", defect.toString(), List.of())));
        }
    }

    private static MockResponse response(ApiResponse answer) {
        MockResponse response = new MockResponse()
                .setResponseCode(answer.code())
                .setHeader("Content-Type", "application/json")
                .setBody(answer.body().toJson());
        answer.warnings()
                .forEach(warning -> response.addHeader(
                        "Warning", "299 - \"" + warning.replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
        return response;
    }

    private Optional<MockResponse> discovery(RecordedRequest request) {
        Matcher path = DISCOVERY.matcher(request.getPath());
        if (!request.getMethod().equals("GET") || !path.matches()) {
            return Optional.empty();
        }
        String group = Optional.ofNullable(path.group(1)).orElse("");
        synchronized (world) {
            return resources
                    .discovery(group, path.group(2), world.cluster())
                    .map(list -> response(ApiResponse.ok(list)));
        }
    }

    @Override
    public void shutdown() {
        expectations.shutdown();
        rest.shutdown();
    }

    @Override
    public void releaseResources() {
        expectations.releaseResources();
        rest.releaseResources();
        sender.shutdown();
    }

    @Override
    public void reset() {
        rest.reset();
    }

    @Override
    public void expectCustomResource(CustomResourceDefinitionContext definition) {
        synchronized (world) {
            resources.add(new Resources.Resource(
                    definition.getGroup(),
                    definition.getVersion(),
                    definition.getPlural(),
                    definition.getKind(),
                    definition.isNamespaceScoped(),
                    definition.isStatusSubresource()));
        }
        rest.expectCustomResource(definition);
    }
}
