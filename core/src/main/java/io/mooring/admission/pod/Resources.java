package io.mooring.admission.pod;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.quantities;
import static io.mooring.schema.Field.text;

import io.mooring.admission.storage.ResourceAmounts;
import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeSchema;
import io.mooring.workload.Container;
import io.mooring.workload.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a container needs to run. Kubernetes: {@code core/v1 ResourceRequirements}. Models {@code
 * ValidateContainerResourceRequirements} and {@code SetDefaults_ResourceList}.
 */
final class Resources {
    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");
    private static final Set<String> COUNTED = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "requests.storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "pods",
            "resourcequotas",
            "services",
            "services.nodeports",
            "services.loadbalancers",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims");
    private static final Set<String> BESIDE_HUGE_PAGES = Set.of("cpu", "memory");
    private static final String HUGE_PAGES = "hugepages-";

    static final Field<Map<String, Quantity>> LIMITS = quantities("limits").filled(ResourceAmounts::rounded);
    static final Field<Map<String, Quantity>> REQUESTS = quantities("requests").filled(ResourceAmounts::rounded);

    static final Schema<ResourceRequirements> REQUIREMENTS = Schema.of(
                    ResourceRequirements::builder, ResourceRequirements.Builder::build)
            .rest(ResourceRequirements::rest, ResourceRequirements.Builder::rest)
            .of(LIMITS, ResourceRequirements::limits, ResourceRequirements.Builder::limits)
            .of(REQUESTS, ResourceRequirements::requests, ResourceRequirements.Builder::requests)
            .rule(Resources::limits)
            .rule(Resources::requests)
            .rule(Resources::hugePagesBesideOthers)
            .carried(objects("claims", TreeSchema.of(text("name").always(), text("request"))))
            .schema();

    private Resources() {}

    /** A container of a pod asks for what limits it, where it does not say. Models {@code SetDefaults_Pod}. */
    static Container requestingItsLimits(Container container) {
        ResourceRequirements resources = container.resources();
        if (resources.requests().keySet().containsAll(resources.limits().keySet())) {
            return container;
        }
        Map<String, Quantity> requests = new LinkedHashMap<>(resources.limits());
        requests.putAll(resources.requests());
        return container.withResources(resources.withRequests(requests));
    }

    private static void limits(ResourceRequirements resources, ErrorsAt at) {
        resources.limits().forEach((name, amount) -> {
            ErrorsAt limit = at.child(LIMITS).key(name);
            amount(name, amount, limit);
            wholePages(name, amount, limit);
        });
    }

    private static void requests(ResourceRequirements resources, ErrorsAt at) {
        resources.requests().forEach((name, amount) -> {
            amount(name, amount, at.child(REQUESTS).key(name));
            request(name, amount, resources.limits(), at);
            wholePages(name, amount, at.child(REQUESTS).key(name));
        });
    }

    /** Huge pages are counted whole. Models {@code IsHugePageResourceValueDivisible}. */
    private static void wholePages(String name, Quantity amount, ErrorsAt at) {
        if (name.startsWith(HUGE_PAGES) && !isWhole(amount, name.substring(HUGE_PAGES.length()))) {
            at.invalid(amount.toString(), amount + " is not positive integer multiple of " + name);
        }
    }

    private static boolean isWhole(Quantity amount, String pageSize) {
        try {
            Quantity page = Quantity.parse(pageSize);
            return page.signum() > 0
                    && isWhole(page)
                    && bytes(amount).remainder(bytes(page)).signum() == 0;
        } catch (QuantityFormatException noSize) {
            return false;
        }
    }

    private static BigDecimal bytes(Quantity amount) {
        return amount.toBigDecimal().setScale(0, RoundingMode.UP);
    }

    /** Models the end of {@code ValidateContainerResourceRequirements}. */
    private static void hugePagesBesideOthers(ResourceRequirements resources, ErrorsAt at) {
        Set<String> names = new HashSet<>(resources.limits().keySet());
        names.addAll(resources.requests().keySet());
        if (names.stream().anyMatch(name -> name.startsWith(HUGE_PAGES))
                && names.stream().noneMatch(BESIDE_HUGE_PAGES::contains)) {
            at.forbidden("HugePages require cpu or memory");
        }
    }

    private static void request(String name, Quantity amount, Map<String, Quantity> limits, ErrorsAt at) {
        boolean mayDiffer = isNative(name) && !name.startsWith(HUGE_PAGES);
        Quantity limit = limits.get(name);
        if (limit == null) {
            if (!mayDiffer) {
                at.child(LIMITS).required("Limit must be set for non overcommitable resources");
            }
            return;
        }
        int comparison = amount.compareTo(limit);
        ErrorsAt requests = at.child(REQUESTS);
        if (comparison != 0 && !mayDiffer) {
            requests.invalid(at.text(amount), "must be equal to " + name + " limit of " + at.text(limit));
        } else if (comparison > 0) {
            requests.invalid(at.text(amount), "must be less than or equal to " + name + " limit of " + at.text(limit));
        }
    }

    private static void amount(String name, Quantity amount, ErrorsAt at) {
        name(NameRule.QUALIFIED_NAME).check(name, at);
        boolean isPlain = name.indexOf('/') < 0;
        if (isPlain && NameRule.QUALIFIED_NAME.accepts(name) && !isKnown(name)) {
            at.invalid(name, "must be a standard resource type or fully qualified");
        }
        if (isPlain && !STANDARD.contains(name) && !name.startsWith(HUGE_PAGES)) {
            at.invalid(name, "must be a standard resource for containers");
        } else if (!isNative(name) && !isExtended(name)) {
            at.invalid(name, "doesn't follow extended resource name standard");
        }
        if (amount.signum() < 0) {
            at.invalid(at.text(amount), "must be greater than or equal to 0");
        }
        if (isExtended(name) && !isWhole(amount)) {
            at.invalid(at.text(amount), "must be an integer");
        }
    }

    private static boolean isWhole(Quantity amount) {
        return bytes(amount).compareTo(amount.toBigDecimal()) == 0;
    }

    /** What can be counted, of a container or of a namespace. Models {@code IsStandardResourceName}. */
    private static boolean isKnown(String name) {
        return COUNTED.contains(name) || name.startsWith(HUGE_PAGES) || name.startsWith("requests." + HUGE_PAGES);
    }

    private static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    private static boolean isExtended(String name) {
        return !isNative(name) && !name.startsWith("requests.") && NameRule.QUALIFIED_NAME.accepts("requests." + name);
    }
}
