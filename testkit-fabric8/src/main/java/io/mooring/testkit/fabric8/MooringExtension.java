package io.mooring.testkit.fabric8;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.mooring.release.Release;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link MooringCluster} brings: a cluster for each test, and its words when the test fails. */
public final class MooringExtension
        implements BeforeEachCallback, AfterEachCallback, ParameterResolver, TestExecutionExceptionHandler {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(MooringExtension.class);

    /** For JUnit. */
    public MooringExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) throws IllegalAccessException {
        MockCluster cluster = cluster(context);
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            inject(cluster, instance);
        }
    }

    private static void inject(MockCluster cluster, Object instance) throws IllegalAccessException {
        for (Class<?> type = instance.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Optional<Object> value = value(cluster, field.getType());
                if (value.isPresent() && !Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    field.set(instance, value.get());
                }
            }
        }
    }

    private static Optional<Object> value(MockCluster cluster, Class<?> type) {
        if (KubernetesClient.class.isAssignableFrom(type) && type.isInstance(cluster.client())) {
            return Optional.of(cluster.client());
        }
        if (type == KubernetesMockServer.class) {
            return Optional.of(cluster.server());
        }
        return type == MockCluster.class ? Optional.of(cluster) : Optional.empty();
    }

    private static MockCluster cluster(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        MockCluster known = store.get(MockCluster.class, MockCluster.class);
        if (known != null) {
            return known;
        }
        MockCluster started = setup(context).start();
        store.put(MockCluster.class, started);
        return started;
    }

    private static MockCluster.Setup setup(ExtensionContext context) {
        MooringCluster wanted = context.getTestInstances().stream()
                .flatMap(instances -> instances.getAllInstances().stream())
                .flatMap(instance ->
                        AnnotationSupport.findAnnotation(instance.getClass(), MooringCluster.class).stream())
                .reduce((outer, inner) -> inner)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "MooringExtension needs the annotation @MooringCluster on the test class"));
        MockCluster.Setup setup = MockCluster.setup()
                .load(Arrays.stream(wanted.load()).map(MooringExtension::path).toArray(Path[]::new))
                .withNodes(wanted.nodes())
                .withProvisioners(wanted.provisioners());
        MockCluster.Setup released =
                wanted.release().isEmpty() ? setup : setup.withRelease(Release.parse(wanted.release()));
        return wanted.stepwise() ? released.stepwise() : released;
    }

    private static Path path(String name) {
        Path path = Path.of(name);
        URL resource = Thread.currentThread().getContextClassLoader().getResource(name);
        if (Files.exists(path) || resource == null) {
            return path;
        }
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new ExtensionConfigurationException("no file: " + resource, e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        cluster(context).close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return context.getTestMethod().isPresent()
                && (type == KubernetesClient.class || type == KubernetesMockServer.class || type == MockCluster.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return value(cluster(context), parameter.getParameter().getType()).orElseThrow();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        boolean isAboutCluster = thrown instanceof AssertionError || thrown instanceof KubernetesClientException;
        String explanation = isAboutCluster ? cluster(context).explain() : "";
        if (explanation.isEmpty()) {
            throw thrown;
        }
        AssertionError explained = new AssertionError(thrown.getMessage() + "\n\n" + explanation, thrown);
        explained.setStackTrace(thrown.getStackTrace());
        throw explained;
    }
}
