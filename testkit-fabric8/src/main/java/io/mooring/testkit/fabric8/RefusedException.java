package io.mooring.testkit.fabric8;

import io.mooring.binding.world.Answer;
import java.util.List;

/** A request that goes no further; the answer says why. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int INVALID = 422;

    private final transient Answer.Refused refused;

    RefusedException(Answer.Refused refused) {
        super(refused.message());
        this.refused = refused;
    }

    Answer.Refused refused() {
        return refused;
    }

    static RefusedException badRequest(String message) {
        return new RefusedException(new Answer.Refused(BAD_REQUEST, "BadRequest", message, List.of()));
    }

    static RefusedException notFound(String what, String name) {
        return new RefusedException(
                new Answer.Refused(NOT_FOUND, "NotFound", what + " \"" + name + "\" not found", List.of()));
    }

    static RefusedException conflict(String message) {
        return new RefusedException(new Answer.Refused(CONFLICT, "Conflict", message, List.of()));
    }

    static RefusedException tooLarge(String message) {
        return new RefusedException(new Answer.Refused(TOO_LARGE, "RequestEntityTooLarge", message, List.of()));
    }

    static RefusedException unsupported(String message) {
        return new RefusedException(new Answer.Refused(UNSUPPORTED, "UnsupportedMediaType", message, List.of()));
    }

    static RefusedException invalid(String message) {
        return new RefusedException(new Answer.Refused(INVALID, "Invalid", message, List.of()));
    }
}
