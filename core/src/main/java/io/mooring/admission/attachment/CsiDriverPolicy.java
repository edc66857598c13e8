package io.mooring.admission.attachment;

import static io.mooring.schema.Checks.each;
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
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Type;
import io.mooring.schema.Types;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiDriverSpec;
import java.util.List;

/** CSIDrivers: {@code SetDefaults_CSIDriver}, {@code ValidateCSIDriver} and its update. */
public final class CsiDriverPolicy implements KindPolicy<CsiDriver> {
    private static final long LEAST_UPDATE_PERIOD = 10;

    private static final TreeSchema TOKEN_REQUEST =
            TreeSchema.of(text("audience").always(), int64("expirationSeconds").optional());

    private static final Field<List<String>> LIFECYCLE_MODES =
            texts("volumeLifecycleModes").preset(List.of("Persistent")).check(each(oneOf("Ephemeral", "Persistent")));

    private static final Schema<CsiDriverSpec> SPEC = Schema.of(CsiDriverSpec::builder, CsiDriverSpec.Builder::build)
            .rest(CsiDriverSpec::rest, CsiDriverSpec.Builder::rest)
            .optional(
                    "attachRequired", Types.BOOL, CsiDriverSpec::attachRequired, CsiDriverSpec.Builder::attachRequired)
            .preset(true)
            .carried(
                    bool("podInfoOnMount").optional().preset(false),
                    LIFECYCLE_MODES,
                    bool("requiresRepublish").optional().preset(false),
                    text("fsGroupPolicy")
                            .optional()
                            .preset("ReadWriteOnceWithFSType")
                            .check(oneOf("File", "None", "ReadWriteOnceWithFSType")),
                    bool("seLinuxMount").optional().preset(false),
                    objects("tokenRequests", TOKEN_REQUEST),
                    bool("serviceAccountTokenInSecrets").optional(),
                    int64("nodeAllocatableUpdatePeriodSeconds").optional().check(CsiDriverPolicy::updatePeriod))
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

    @Override
    public ObjectKind<CsiDriver> kind() {
        return CsiDriver.KIND;
    }

    @Override
    public Type<CsiDriver> type() {
        return DRIVER;
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

    private static void updatePeriod(long seconds, ErrorsAt at) {
        if (seconds < LEAST_UPDATE_PERIOD) {
            at.invalid(BadValue.of(seconds), "must be greater than or equal to 10 seconds");
        }
    }
}
