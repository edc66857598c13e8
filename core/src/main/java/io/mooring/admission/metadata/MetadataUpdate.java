package io.mooring.admission.metadata;

import static io.mooring.schema.Updates.immutable;

import io.mooring.meta.ObjectMeta;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Update;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What may change in an object's metadata, whatever its kind. Models {@code ValidateObjectMetaAccessorUpdate} of
 * apimachinery's {@code api/validation}.
 */
public final class MetadataUpdate {
    private static final Check<Update<ObjectMeta>> DELETION_TIMESTAMP =
            immutable("deletionTimestamp", ObjectMeta::deletionTimestamp, MetadataUpdate::time);
    private static final Check<Update<ObjectMeta>> GRACE_PERIOD =
            immutable("deletionGracePeriodSeconds", ObjectMeta::deletionGracePeriodSeconds, MetadataUpdate::number);

    private static final Check<Update<ObjectMeta>> UID = immutable("uid", ObjectMeta::uid, BadValue::of);

    private MetadataUpdate() {}

    public static void check(Update<ObjectMeta> update, ErrorsAt at) {
        Metadata.pathSegments(update.updated(), at);
        Metadata.COMMON.check(update.updated(), at);
        Finalizers.noneAddedWhileDeleting(update, at);
        if (!update.stored().uid().isEmpty()) {
            UID.check(update, at);
        }
        DELETION_TIMESTAMP.check(update, at);
        GRACE_PERIOD.check(update, at);
    }

    private static BadValue time(Optional<Instant> time) {
        return time.map(DateTimeFormatter.ISO_INSTANT::format)
                .map(BadValue::ofTyped)
                .orElse(BadValue.NULL);
    }

    private static BadValue number(Optional<Long> number) {
        return number.map(BadValue::of).orElse(BadValue.NULL);
    }
}
