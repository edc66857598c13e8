package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.textMap;

import io.mooring.names.GoText;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import java.util.Map;

/** A volume of an exec-based plug-in. Kubernetes: {@code core/v1 FlexVolumeSource} and {@code FlexPersistentVolumeSource}. */
final class FlexVolume {
    static final SourceSchema SOURCE = SourceSchema.of(SourceType.FLEX_VOLUME, FlexVolume::in);

    private FlexVolume() {}

    private static TreeSchema in(SourceHolder holder) {
        return TreeSchema.of(
                text("driver").always().required(),
                text("fsType"),
                holder.secret("secretRef"),
                bool("readOnly"),
                textMap("options").check(FlexVolume::noneIsReserved));
    }

    private static void noneIsReserved(Map<String, String> options, ErrorsAt at) {
        options.keySet().forEach(option -> {
            String domain = "." + GoText.lowerCase(option.split("/", 2)[0]);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                at.key(option).invalid(option, "kubernetes.io and k8s.io namespaces are reserved");
            }
        });
    }
}
