package io.mooring.binding.finding;

import java.util.List;

/** Why the host path plugin provisions nothing; the first reason in upstream's order. */
public sealed interface HostPathRefusal {
    /** Answers by the case for this refusal. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of refusal. */
    interface Cases<R> {
        R dataSourceGiven(DataSourceGiven refusal);

        R mountOptionsGiven(MountOptionsGiven refusal);

        R switchedOff(SwitchedOff refusal);
    }

    /** The claim names a data source, which only CSI drivers can copy. */
    record DataSourceGiven() implements HostPathRefusal {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.dataSourceGiven(this);
        }
    }

    /** The class has mount options, which the plugin does not know. */
    record MountOptionsGiven(List<String> options) implements HostPathRefusal {
        public MountOptionsGiven {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.mountOptionsGiven(this);
        }
    }

    /** Provisioning is switched off in the plugin. */
    record SwitchedOff() implements HostPathRefusal {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.switchedOff(this);
        }
    }
}
