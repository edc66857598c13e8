package io.mooring.admission.set;

import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.StatefulSetCondition;
import io.mooring.workload.StatefulSetStatus;

/** What was observed of a set. Nothing of it is checked. */
final class StatefulSetStatusSchema {
    private static final Schema<StatefulSetCondition> CONDITION = Schema.of(
                    StatefulSetCondition::builder, StatefulSetCondition.Builder::build)
            .always("type", Types.STRING, StatefulSetCondition::type, StatefulSetCondition.Builder::type)
            .always("status", Types.STRING, StatefulSetCondition::status, StatefulSetCondition.Builder::status)
            .absentAsNull(
                    "lastTransitionTime",
                    Types.TIME,
                    StatefulSetCondition::lastTransitionTime,
                    StatefulSetCondition.Builder::lastTransitionTime)
            .field("reason", Types.STRING, StatefulSetCondition::reason, StatefulSetCondition.Builder::reason)
            .field("message", Types.STRING, StatefulSetCondition::message, StatefulSetCondition.Builder::message)
            .schema();

    static final Schema<StatefulSetStatus> STATUS = Schema.of(
                    StatefulSetStatus::builder, StatefulSetStatus.Builder::build)
            .field(
                    "observedGeneration",
                    Types.LONG,
                    StatefulSetStatus::observedGeneration,
                    StatefulSetStatus.Builder::observedGeneration)
            .always("replicas", Types.INT, StatefulSetStatus::replicas, StatefulSetStatus.Builder::replicas)
            .field(
                    "readyReplicas",
                    Types.INT,
                    StatefulSetStatus::readyReplicas,
                    StatefulSetStatus.Builder::readyReplicas)
            .field(
                    "currentReplicas",
                    Types.INT,
                    StatefulSetStatus::currentReplicas,
                    StatefulSetStatus.Builder::currentReplicas)
            .field(
                    "updatedReplicas",
                    Types.INT,
                    StatefulSetStatus::updatedReplicas,
                    StatefulSetStatus.Builder::updatedReplicas)
            .field(
                    "currentRevision",
                    Types.STRING,
                    StatefulSetStatus::currentRevision,
                    StatefulSetStatus.Builder::currentRevision)
            .field(
                    "updateRevision",
                    Types.STRING,
                    StatefulSetStatus::updateRevision,
                    StatefulSetStatus.Builder::updateRevision)
            .optional(
                    "collisionCount",
                    Types.INT,
                    StatefulSetStatus::collisionCount,
                    StatefulSetStatus.Builder::collisionCount)
            .list("conditions", CONDITION, StatefulSetStatus::conditions, StatefulSetStatus.Builder::conditions)
            .always(
                    "availableReplicas",
                    Types.INT,
                    StatefulSetStatus::availableReplicas,
                    StatefulSetStatus.Builder::availableReplicas)
            .schema();

    private StatefulSetStatusSchema() {}
}
