/**
 * Where a volume's bytes are: the 22 sources of Kubernetes v1.37.2, one type each, as a sealed family.
 *
 * <p>Front door: {@link io.mooring.storage.source.VolumeSource}; the table of fields and codecs is
 * {@link io.mooring.storage.source.VolumeSources}. A source that is none of these is carried along as
 * {@link io.mooring.storage.source.UnknownVolumeSource}.
 */
@NullMarked
package io.mooring.storage.source;

import org.jspecify.annotations.NullMarked;
