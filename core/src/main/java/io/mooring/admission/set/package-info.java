/**
 * StatefulSets: numbered pods, made from one template, each with claims made from claim templates.
 *
 * <pre>
 *   StatefulSetSchema        fields, defaults and checks, in the API server's order
 *   UpdateStrategySchema     how pods are replaced
 *   ClaimTemplateSchema      what claims are made from: a claim's spec and status
 *   TemplateRules            what pods are made from: the selector takes them, they never end, their volumes may be claims
 *   StatefulSetStatusSchema  fields
 *   StatefulSetUpdate        what may change
 *   MaxUnavailable           the one field that not every release knows
 *   StatefulSetWarnings      what is said beside an accepted set
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.set.StatefulSetPolicy}. An update may keep what the stored set has and a new one
 * may not have, by two options: {@code IS_NEW} for claim templates and the service's name, {@code ANY_TEMPLATE} for the pod
 * template. What a pod template may be is declared with pods.
 *
 * <p>Not covered: whether the service exists, and names of the pods and claims that would be too long.
 */
@NullMarked
package io.mooring.admission.set;

import org.jspecify.annotations.NullMarked;
