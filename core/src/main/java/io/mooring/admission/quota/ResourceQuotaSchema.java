package io.mooring.admission.quota;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.PlainPolicy;
import io.mooring.names.NameRule;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.quota.ResourceQuotaStatus;
import io.mooring.quota.ScopeSelector;
import io.mooring.quota.ScopedResourceSelectorRequirement;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;

/** ResourceQuotas. What is in them is not checked. */
public final class ResourceQuotaSchema {
    private static final Schema<ScopedResourceSelectorRequirement> REQUIREMENT = Schema.of(
                    ScopedResourceSelectorRequirement::builder, ScopedResourceSelectorRequirement.Builder::build)
            .always(
                    "scopeName",
                    Types.STRING,
                    ScopedResourceSelectorRequirement::scopeName,
                    ScopedResourceSelectorRequirement.Builder::scopeName)
            .always(
                    "operator",
                    Types.STRING,
                    ScopedResourceSelectorRequirement::operator,
                    ScopedResourceSelectorRequirement.Builder::operator)
            .list(
                    "values",
                    Types.STRING,
                    ScopedResourceSelectorRequirement::values,
                    ScopedResourceSelectorRequirement.Builder::values)
            .schema();

    private static final Schema<ScopeSelector> SCOPES = Schema.of(ScopeSelector::builder, ScopeSelector.Builder::build)
            .list(
                    "matchExpressions",
                    REQUIREMENT,
                    ScopeSelector::matchExpressions,
                    ScopeSelector.Builder::matchExpressions)
            .schema();

    private static final Schema<ResourceQuotaSpec> SPEC = Schema.of(
                    ResourceQuotaSpec::builder, ResourceQuotaSpec.Builder::build)
            .map("hard", Types.QUANTITY, ResourceQuotaSpec::hard, ResourceQuotaSpec.Builder::hard)
            .list("scopes", Types.STRING, ResourceQuotaSpec::scopes, ResourceQuotaSpec.Builder::scopes)
            .optional(
                    "scopeSelector", SCOPES, ResourceQuotaSpec::scopeSelector, ResourceQuotaSpec.Builder::scopeSelector)
            .schema();

    private static final Schema<ResourceQuotaStatus> STATUS = Schema.of(
                    ResourceQuotaStatus::builder, ResourceQuotaStatus.Builder::build)
            .map("hard", Types.QUANTITY, ResourceQuotaStatus::hard, ResourceQuotaStatus.Builder::hard)
            .map("used", Types.QUANTITY, ResourceQuotaStatus::used, ResourceQuotaStatus.Builder::used)
            .schema();

    public static final Schema<ResourceQuota> QUOTA = Schema.of(ResourceQuota::builder, ResourceQuota.Builder::build)
            .constant("apiVersion", ResourceQuota.KIND.apiVersion())
            .constant("kind", ResourceQuota.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    ResourceQuota::metadata,
                    ResourceQuota.Builder::metadata)
            .always("spec", SPEC, ResourceQuota::spec, ResourceQuota.Builder::spec)
            .always("status", STATUS, ResourceQuota::status, ResourceQuota.Builder::status)
            .schema();

    public static final KindPolicy<ResourceQuota> POLICY = new PlainPolicy<>(ResourceQuota.KIND, QUOTA);

    private ResourceQuotaSchema() {}
}
