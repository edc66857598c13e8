package io.mooring.binding.finding;

/** Why Kubernetes' own plugins cannot delete a volume's storage. */
public sealed interface DeletionObstacle {
    /** Answers by the case for this obstacle. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of obstacle. */
    interface Cases<R> {
        R noPluginForSource(NoPluginForSource obstacle);

        R sourceCannotBeDeleted(SourceCannotBeDeleted obstacle);

        R noPluginOfName(NoPluginOfName obstacle);

        R pluginCannotDelete(PluginCannotDelete obstacle);

        R noHostPath(NoHostPath obstacle);

        R outsideTmp(OutsideTmp obstacle);
    }

    /** Kubernetes has no plugin for its source. */
    record NoPluginForSource() implements DeletionObstacle {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.noPluginForSource(this);
        }
    }

    /** The plugin for its source deletes nothing. */
    record SourceCannotBeDeleted() implements DeletionObstacle {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.sourceCannotBeDeleted(this);
        }
    }

    /** Kubernetes has no plugin of the name of its provisioner. */
    record NoPluginOfName(String plugin) implements DeletionObstacle {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.noPluginOfName(this);
        }
    }

    /** The plugin of the name of its provisioner deletes nothing. */
    record PluginCannotDelete(String plugin) implements DeletionObstacle {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.pluginCannotDelete(this);
        }
    }

    /** The host path plugin provisioned it, and it has no host path. */
    record NoHostPath() implements DeletionObstacle {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.noHostPath(this);
        }
    }

    /** The host path plugin deletes below {@code /tmp} only. */
    record OutsideTmp(String path) implements DeletionObstacle {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.outsideTmp(this);
        }
    }
}
