package health.lunaria.profile.request;

import java.util.Optional;

/**
 * How much time a regime gives for an answer.
 *
 * @param answer from receipt
 * @param extended from receipt as well, the whole of it; {@code null} if there is no extension
 * @param confirmation until receipt has to be confirmed; {@code null} if the law does not ask for it
 * @param stopsForIdentity whether time stands still while the person is asked who she is
 * @param source where the law says so
 */
record Term(Span answer, Span extended, Span confirmation, boolean stopsForIdentity, String source) {

    Span extendedOrAnswer() {
        return extended == null ? answer : extended;
    }

    Optional<Span> confirmed() {
        return Optional.ofNullable(confirmation);
    }
}
