package io.mooring.admission.source;

import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** The files of a Git repository. Kubernetes: {@code core/v1 GitRepoVolumeSource}. */
final class GitRepo {
    static final SourceSchema SOURCE = SourceSchema.of(
                    SourceType.GIT_REPO,
                    TreeSchema.of(
                            text("repository").always().required(),
                            text("revision"),
                            text("directory").check(FilePaths.descending())))
            .deprecated("deprecated in v1.11, and disabled by default in v1.33+");

    private GitRepo() {}
}
