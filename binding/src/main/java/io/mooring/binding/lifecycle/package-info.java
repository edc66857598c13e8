/**
 * What becomes of a volume and of a claim: the state machine behind reclaim policies, as Kubernetes v1.37 has it. The
 * controllers look up every step here ({@link io.mooring.binding.lifecycle.Lifecycle#next}), and so can anybody else.
 *
 * <p>Of each event the next state in each state, and the actions; {@code =} is the same state, {@code x} cannot happen.
 * States, events and actions say what they mean by {@code meaning()}; docs/lifecycle.md draws the same table.
 *
 * <pre>{@literal
 * event                   PENDING     AVAILABLE   BOUND       RELEASED    FAILED      TERMINATING GONE actions
 * UNCLAIMED               AVAILABLE   =           AVAILABLE   AVAILABLE   AVAILABLE   =           x    PHASE_AVAILABLE
 * RESERVED                AVAILABLE   =           AVAILABLE   AVAILABLE   AVAILABLE   =           x    PHASE_AVAILABLE
 * CLAIM_TAKES_IT          BOUND       BOUND       =           BOUND       BOUND       =           x    WRITE_CLAIM_REF, PHASE_BOUND
 * CLAIM_HOLDS_IT          BOUND       BOUND       =           BOUND       BOUND       =           x    PHASE_BOUND
 * CLAIM_NOT_BOUND_YET     =           =           =           =           =           =           x    SYNC_CLAIM
 * CLAIM_OF_OTHER_MODE     =           =           =           =           =           =           x    WARN_OF_MODES
 * CLAIM_ELSEWHERE         AVAILABLE   =           AVAILABLE   AVAILABLE   AVAILABLE   =           x    UNBIND, PHASE_AVAILABLE
 * PROVISIONED_IN_VAIN     RELEASED    RELEASED    RELEASED    =           =           =           x    RELEASE, DELETE_STORAGE
 * CLAIM_GONE_RETAIN       RELEASED    RELEASED    RELEASED    =           =           =           x    RELEASE
 * CLAIM_GONE_DELETE       RELEASED    RELEASED    RELEASED    =           =           =           x    RELEASE, DELETE_STORAGE
 * CLAIM_GONE_RECYCLE      RELEASED    RELEASED    RELEASED    =           =           =           x    RELEASE, RECYCLE_STORAGE
 * CLAIM_GONE_OTHER_POLICY FAILED      FAILED      FAILED      FAILED      =           =           x    RELEASE, FAIL
 * STORAGE_IN_USE          x           x           x           =           =           =           x    -
 * RECYCLED                x           x           x           AVAILABLE   AVAILABLE   =           x    REPORT_RECYCLED, UNBIND, PHASE_AVAILABLE
 * RECYCLING_FAILED        x           x           x           FAILED      =           =           x    FAIL
 * STORAGE_DELETED         x           x           x           TERMINATING TERMINATING =           x    DELETE_VOLUME
 * DELETION_FAILED         x           x           x           FAILED      =           =           x    FAIL
 * LEFT_TO_PROVISIONER     x           x           x           =           =           =           x    -
 * DELETION_ASKED          TERMINATING TERMINATING TERMINATING TERMINATING TERMINATING =           x    -
 * UNPROTECTED             =           =           =           =           =                       x    ADD_PROTECTION
 * UNPROTECTED                                                                         =           x    -
 * IN_USE                  =           =           =           =           =           =           x    -
 * NOT_IN_USE              =           =           =           =           =                       x    -
 * NOT_IN_USE                                                                          GONE        x    REMOVE_PROTECTION
 * NOT_KNOWN               =           =           =           =           =           =           x    -
 *
 * event                  PENDING     BOUND       LOST        TERMINATING GONE actions
 * VOLUME_FITS            BOUND       =           BOUND       =           x    BIND
 * DEFAULT_CLASS_APPEARED =           =           =           =           x    ASSIGN_DEFAULT_CLASS
 * NO_CLASS               =           PENDING     PENDING     =           x    REPORT, PHASE_PENDING
 * AWAITS_CONSUMER        =           PENDING     PENDING     =           x    REPORT, PHASE_PENDING
 * PROVISIONABLE          =           =           =           =           x    ASK_PROVISIONER
 * NOT_PROVISIONABLE      =           =           =           =           x    REPORT
 * NAMED_VOLUME_MISSING   =           PENDING     PENDING     =           x    PHASE_PENDING
 * NAMED_VOLUME_UNFIT     =           PENDING     PENDING     =           x    REPORT, PHASE_PENDING
 * NAMED_VOLUME_TAKEN     =           PENDING     PENDING     =           x    REPORT, PHASE_PENDING
 * CHOSEN_VOLUME_TAKEN    =           =           =           =           x    REPORT
 * VOLUME_HELD            BOUND       =           BOUND       =           x    BIND
 * VOLUME_NAME_LOST       LOST        LOST        =           =           x    PHASE_LOST
 * VOLUME_LOST            LOST        LOST        =           =           x    PHASE_LOST
 * MISBOUND               LOST        LOST        =           =           x    PHASE_LOST
 * DELETION_ASKED         TERMINATING TERMINATING TERMINATING =           x    -
 * UNPROTECTED            =           =           =                       x    ADD_PROTECTION
 * UNPROTECTED                                                =           x    -
 * POD_HOLDS_IT           =           =           =           =           x    -
 * LAST_POD_GONE          =           =           =                       x    -
 * LAST_POD_GONE                                              GONE        x    REMOVE_PROTECTION
 * POD_REFERS_TO_IT       =                       =           =           x    -
 * POD_REFERS_TO_IT                   =                                   x    MARK_USED
 * NO_POD_REFERS_TO_IT    =                       =           =           x    -
 * NO_POD_REFERS_TO_IT                =                                   x    MARK_UNUSED
 * NOT_KNOWN              =           =           =           =           x    -
 * }</pre>
 *
 * <p>Front door: {@link io.mooring.binding.lifecycle.Lifecycle}. The order of rows is that of the declarations, the order of
 * actions that of upstream's writes. No argument may be null. Not covered: which of the events holds in a given cluster; that is
 * what the controllers find out.
 */
@NullMarked
package io.mooring.binding.lifecycle;

import org.jspecify.annotations.NullMarked;
