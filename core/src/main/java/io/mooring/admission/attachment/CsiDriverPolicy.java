package io.mooring.admission.attachment;

import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.names.NameRule;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Type;
import io.mooring.schema.Types;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiDriverSpec;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/** CSIDrivers: {@code SetDefaults_CSIDriver}, {@code ValidateCSIDriver} and its update. */
public final class CsiDriverPolicy implements KindPolicy<CsiDriver> {
    public static final CsiDriverPolicy POLICY = new CsiDriverPolicy();

    private static final long LEAST_UPDATE_PERIOD = 10;
    private static final String MAY_LOG_TOKENS = "spec.serviceAccountTokenInSecrets is unset; if supported by this CSI"
            + " driver, set to true to prevent possible logging of tokens in volume attributes";

    private static final TreeSchema TOKEN_REQUEST =
            TreeSchema.of(text("audience").always(), int64("expirationSeconds").optional());

    private static final Field<List<String>> LIFECYCLE_MODES =
            texts("volumeLifecycleModes").preset(List.of("Persistent")).check(CsiDriverPolicy::lifecycleModes);

    private static final Field<List<JsonObject>> TOKEN_REQUESTS = objects("tokenRequests", TOKEN_REQUEST);
    private static final Field<Boolean> TOKENS_IN_SECRETS =
            bool("serviceAccountTokenInSecrets").optional();
    private static final Field<Long> UPDATE_PERIOD =
            int64("nodeAllocatableUpdatePeriodSeconds").optional().check(CsiDriverPolicy::updatePeriod);

    private static final Schema<CsiDriverSpec> SPEC = Schema.of(CsiDriverSpec::builder, CsiDriverSpec.Builder::build)
            .rest(CsiDriverSpec::rest, CsiDriverSpec.Builder::rest)
            .optional(
                    "attachRequired", Types.BOOL, CsiDriverSpec::attachRequired, CsiDriverSpec.Builder::attachRequired)
            .preset(true)
            .carried(
                    bool("podInfoOnMount").optional().preset(false),
                    bool("requiresRepublish").optional().preset(false),
                    text("fsGroupPolicy")
                            .optional()
                            .preset("ReadWriteOnceWithFSType")
                            .check(oneOf("File", "None", "ReadWriteOnceWithFSType")),
                    LIFECYCLE_MODES,
                    bool("seLinuxMount").optional().preset(false),
                    TOKEN_REQUESTS,
                    UPDATE_PERIOD,
                    TOKENS_IN_SECRETS,
                    TreeLine.rule(CsiDriverPolicy::tokensAreRequested))
            .optional(
                    "storageCapacity",
                    Types.BOOL,
                    CsiDriverSpec::storageCapacity,
                    CsiDriverSpec.Builder::storageCapacity)
            .preset(false)
            .optional(
                    "preventPodSchedulingIfMissing",
                    Types.BOOL,
                    CsiDriverSpec::preventPodSchedulingIfMissing,
                    CsiDriverSpec.Builder::preventPodSchedulingIfMissing)
            .schema();

    private static final Schema<CsiDriver> DRIVER = Schema.of(CsiDriver::builder, CsiDriver.Builder::build)
            .constant("apiVersion", CsiDriver.KIND.apiVersion())
            .constant("kind", CsiDriver.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    CsiDriver::metadata,
                    CsiDriver.Builder::metadata)
            .always("spec", SPEC, CsiDriver::spec, CsiDriver.Builder::spec)
            .schema();

    /** Upstream's field path has a name of its own. */
    private static final Check<Update<CsiDriverSpec>> ATTACHING_STAYS = Updates.immutable(
            "attachedRequired",
            CsiDriverSpec::attachRequired,
            required -> new BadValue(required.map(String::valueOf).orElse("null")));

    private static final Check<Update<CsiDriverSpec>> LIFECYCLE_STAYS =
            Updates.immutable(LIFECYCLE_MODES.name(), spec -> LIFECYCLE_MODES.of(spec.rest()), modes -> BadValue.LIST);

    private CsiDriverPolicy() {}

    @Override
    public ObjectKind<CsiDriver> kind() {
        return CsiDriver.KIND;
    }

    @Override
    public Type<CsiDriver> type() {
        return DRIVER;
    }

    /** Models {@code SetDefaults_CSIDriver}, as far as releases differ. */
    @Override
    public CsiDriver withDefaultsOf(Semantics semantics, CsiDriver defaulted) {
        boolean isMissing = defaulted.spec().preventPodSchedulingIfMissing().isEmpty();
        return isMissing && semantics.has(Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE)
                ? defaulted.withSpec(defaulted.spec().withPreventPodSchedulingIfMissing(false))
                : defaulted;
    }

    @Override
    public CsiDriver withoutDisabled(Semantics semantics, CsiDriver sent, Optional<CsiDriver> stored) {
        boolean keepsRequirement = semantics.has(Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE)
                || stored.flatMap(driver -> driver.spec().preventPodSchedulingIfMissing())
                        .isPresent();
        CsiDriver known =
                keepsRequirement || sent.spec().preventPodSchedulingIfMissing().isEmpty()
                        ? sent
                        : sent.withSpec(sent.spec().withPreventPodSchedulingIfMissing(Optional.empty()));
        return withoutDisabledRest(semantics, known, stored);
    }

    private static CsiDriver withoutDisabledRest(Semantics semantics, CsiDriver sent, Optional<CsiDriver> stored) {
        JsonObject rest = sent.spec().rest();
        JsonObject before = stored.map(driver -> driver.spec().rest()).orElse(JsonObject.EMPTY);
        JsonObject known = rest;
        if (!semantics.has(Behaviour.CSI_DRIVER_COUNTS_ANEW) && !UPDATE_PERIOD.isIn(before)) {
            known = known.without(UPDATE_PERIOD.name());
        }
        if (!semantics.has(Behaviour.CSI_DRIVER_TOKENS_IN_SECRETS) && !TOKENS_IN_SECRETS.isIn(before)) {
            known = known.without(TOKENS_IN_SECRETS.name());
        }
        return known.equals(rest) ? sent : sent.withSpec(sent.spec().withRest(known));
    }

    @Override
    public List<String> warnings(CsiDriver created, Semantics semantics) {
        return semantics.has(Behaviour.CSI_DRIVER_TOKENS_IN_SECRETS) && mayLogTokens(created)
                ? List.of(MAY_LOG_TOKENS)
                : List.of();
    }

    /** Told anew only where what is requested changes. */
    @Override
    public List<String> warnings(Update<CsiDriver> update, Semantics semantics) {
        return requested(update.updated()).equals(requested(update.stored()))
                ? List.of()
                : warnings(update.updated(), semantics);
    }

    private static boolean mayLogTokens(CsiDriver driver) {
        return !requested(driver).isEmpty()
                && !TOKENS_IN_SECRETS.isIn(driver.spec().rest());
    }

    private static List<JsonObject> requested(CsiDriver driver) {
        return TOKEN_REQUESTS.of(driver.spec().rest());
    }

    @Override
    public Check<Update<CsiDriver>> updated() {
        return CsiDriverPolicy::checkUpdate;
    }

    private static void checkUpdate(Update<CsiDriver> update, ErrorsAt at) {
        SPEC.check(update.updated().spec(), at.child("spec"));
        Update<CsiDriverSpec> change =
                new Update<>(update.stored().spec(), update.updated().spec());
        ATTACHING_STAYS.check(change, at.child("spec"));
        LIFECYCLE_STAYS.check(change, at.child("spec"));
    }

    private static void tokensAreRequested(JsonObject spec, ErrorsAt at) {
        if (TOKENS_IN_SECRETS.isIn(spec) && TOKEN_REQUESTS.of(spec).isEmpty()) {
            at.child(TOKENS_IN_SECRETS)
                    .invalid(
                            new BadValue(TOKENS_IN_SECRETS.of(spec).toString()),
                            "serviceAccountTokenInSecrets is set but no tokenRequests are specified");
        }
    }

    /** Upstream tells of each at the list. */
    private static void lifecycleModes(List<String> modes, ErrorsAt at) {
        modes.forEach(mode -> oneOf("Persistent", "Ephemeral").check(mode, at));
    }

    private static void updatePeriod(long seconds, ErrorsAt at) {
        if (seconds < LEAST_UPDATE_PERIOD) {
            at.invalid(BadValue.of(seconds), "must be greater than or equal to 10 seconds");
        }
    }
}
