/**
 * May it exist? What the API server of Kubernetes v1.37.2 answers to a create or an update, word for word, before
 * anything is sent: defaults filled in, or the refusal, and the warnings.
 *
 * <pre>
 *   create                                        update (a PUT)
 *   ------                                        --------------
 *   served in this version?            404
 *   read strictly, fill in defaults    400        read strictly, fill in defaults      400
 *   namespace                          400        namespace, name                      400
 *                                                 uid and resourceVersion as stored?   409
 *   plug-ins change the object                    status kept
 *   status begun                                  metadata: what every kind has        422
 *   the kind's checks of a new object  422        the kind's checks of an update       422
 *   plug-ins refuse                    403        plug-ins refuse                      403
 *   Admitted, with warnings                       Admitted, with warnings
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.Admission}. An answer is a {@link io.mooring.admission.Verdict}; nothing is
 * thrown for a refused object. All of an object's {@link io.mooring.admission.Cause}s come at once and in the API server's
 * order; a cause's message is the API server's, its advice is Mooring's. What plug-ins look at is an
 * {@link io.mooring.admission.AdmissionWorld}.
 *
 * <p>Below the front, and not exported, is a package a kind, in which everything about a field of the kind is declared once
 * (see {@code io.mooring.schema}); they depend on each other downwards only:
 *
 * <pre>
 *   object                                 which kinds there are; whole objects as trees and back
 *   set                                    StatefulSets
 *   pod                                    pods and pod templates
 *   volume    storageclass    claim        PersistentVolumes; classes and capacities; claims and their templates
 *   source    plugin                       where bytes can be; what plug-ins put in and refuse
 *   storage   node            quota        amounts and access modes; choices of nodes; limits and quotas
 *   metadata  policy                       what all kinds have; what a kind's policy is made of
 * </pre>
 *
 * <p>Not covered: authorization, webhooks and policies, namespaces that do not exist, server-side apply and its managed
 * fields, subresources but a status, and kinds that have no policy here: those are admitted as they read, if their metadata
 * is good. Of pods: what service accounts, priorities and quotas of computing add, and rules that only Windows, kernel
 * parameters, addresses and whole pods' resources have. A name that the API server makes from {@code generateName} is checked
 * only as that prefix.
 */
@NullMarked
package io.mooring.admission;

import org.jspecify.annotations.NullMarked;
