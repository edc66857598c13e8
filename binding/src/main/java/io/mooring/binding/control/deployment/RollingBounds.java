package io.mooring.binding.control.deployment;

import io.mooring.binding.control.workload.Share;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentStrategyType;
import io.mooring.workload.RollingDeployment;
import java.util.Optional;
import java.util.function.Function;

/** How many pods a rolling update of a Deployment may have too many, and too few. */
public final class RollingBounds {
    private RollingBounds() {}

    /** Whether it replaces its pods step by step, and not all at once. */
    public static boolean isRolling(Deployment deployment) {
        return deployment
                .spec()
                .strategy()
                .type()
                .filter(DeploymentStrategyType.ROLLING_UPDATE::equals)
                .isPresent();
    }

    /** How many pods there may be beyond those that are wanted; a share is rounded up. Models {@code MaxSurge}. */
    public static int maxSurge(Deployment deployment) {
        return isRolling(deployment)
                ? Share.roundedUp(rolling(deployment, RollingDeployment::maxSurge), deployment.wantedReplicas())
                : 0;
    }

    /**
     * How many of those that are wanted may be away; a share is rounded down, and where nothing could move it is one. Models
     * {@code MaxUnavailable}.
     */
    public static int maxUnavailable(Deployment deployment) {
        int wanted = deployment.wantedReplicas();
        if (!isRolling(deployment) || wanted == 0) {
            return 0;
        }
        int unavailable = Share.roundedDown(rolling(deployment, RollingDeployment::maxUnavailable), wanted);
        boolean isStuck = unavailable == 0 && maxSurge(deployment) == 0;
        return isStuck ? 1 : Math.min(unavailable, wanted);
    }

    private static Optional<JsonValue> rolling(
            Deployment deployment, Function<RollingDeployment, Optional<JsonValue>> share) {
        return deployment.spec().strategy().rollingUpdate().flatMap(share);
    }
}
