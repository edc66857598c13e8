package io.mooring.admission.quota;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.PlainPolicy;
import io.mooring.names.NameRule;
import io.mooring.quota.LimitRange;
import io.mooring.quota.LimitRangeItem;
import io.mooring.quota.LimitRangeSpec;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;

/** LimitRanges. What is in them is not checked. */
public final class LimitRangeSchema {
    private static final Schema<LimitRangeItem> ITEM = Schema.of(LimitRangeItem::builder, LimitRangeItem.Builder::build)
            .always("type", Types.STRING, LimitRangeItem::type, LimitRangeItem.Builder::type)
            .map("max", Types.QUANTITY, LimitRangeItem::max, LimitRangeItem.Builder::max)
            .map("min", Types.QUANTITY, LimitRangeItem::min, LimitRangeItem.Builder::min)
            .map("default", Types.QUANTITY, LimitRangeItem::defaultLimit, LimitRangeItem.Builder::defaultLimit)
            .map(
                    "defaultRequest",
                    Types.QUANTITY,
                    LimitRangeItem::defaultRequest,
                    LimitRangeItem.Builder::defaultRequest)
            .map(
                    "maxLimitRequestRatio",
                    Types.QUANTITY,
                    LimitRangeItem::maxLimitRequestRatio,
                    LimitRangeItem.Builder::maxLimitRequestRatio)
            .schema();

    private static final Schema<LimitRangeSpec> SPEC = Schema.of(LimitRangeSpec::builder, LimitRangeSpec.Builder::build)
            .always("limits", Types.list(ITEM), LimitRangeSpec::limits, LimitRangeSpec.Builder::limits)
            .schema();

    public static final Schema<LimitRange> RANGE = Schema.of(LimitRange::builder, LimitRange.Builder::build)
            .constant("apiVersion", LimitRange.KIND.apiVersion())
            .constant("kind", LimitRange.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    LimitRange::metadata,
                    LimitRange.Builder::metadata)
            .always("spec", SPEC, LimitRange::spec, LimitRange.Builder::spec)
            .schema();

    public static final KindPolicy<LimitRange> POLICY = new PlainPolicy<>(LimitRange.KIND, RANGE);

    private LimitRangeSchema() {}
}
