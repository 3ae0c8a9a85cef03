package health.lunaria.profile.request;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A data subject's request, in clear. Its dates are computed from it and stand nowhere in it.
 *
 * @param text her words, or {@code null}
 * @param appealOf the refused request; {@code null} except of an appeal
 * @param pauses one at most
 * @param history the first step first
 */
@Confidential
record DataRequest(
        Kind kind,
        List<Residence> residences,
        Sensitive<String> text,
        UUID appealOf,
        List<Pause> pauses,
        List<Entry> history) {

    DataRequest {
        residences = List.copyOf(residences);
        pauses = pauses == null ? List.of() : List.copyOf(pauses);
        history = List.copyOf(history);
    }

    static DataRequest received(
            Kind kind, List<Residence> residences, Sensitive<String> text, UUID appealOf, Instant at) {
        Entry first = new Entry(Step.RECEIVE, State.RECEIVED, By.USER, at, null, null);
        return new DataRequest(kind, residences, text, appealOf, List.of(), List.of(first));
    }

    State state() {
        return history.get(history.size() - 1).state();
    }

    Instant receivedAt() {
        return history.get(0).at();
    }

    boolean isExtended() {
        return history.stream().anyMatch(entry -> entry.step() == Step.EXTEND);
    }

    /** Of all residences, each once, in the order of their declaration. */
    List<Regime> regimes() {
        return List.copyOf(residences.stream()
                .flatMap(residence -> residence.regimes().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    Dates dates(Deadlines deadlines) {
        return deadlines.of(kind, regimes(), receivedAt(), pauses);
    }

    boolean asksTheSameAs(DataRequest other) {
        return kind == other.kind
                && residences.equals(other.residences)
                && Objects.equals(text, other.text)
                && Objects.equals(appealOf, other.appealOf);
    }

    /**
     * Takes the step.
     *
     * @throws ProblemException 409 if it is not allowed now
     */
    DataRequest after(Action action, Deadlines deadlines) {
        State next = Transitions.after(state(), action.step())
                .orElseThrow(() -> new ProblemException(ProfileProblem.REQUEST_STEP_NOT_ALLOWED));
        if (action.step() == Step.EXTEND) {
            failIfNotExtendable(dates(deadlines), action.at());
        }
        Entry entry = new Entry(action.step(), next, action.by(), action.at(), action.reason(), action.text());
        List<Entry> longer = Stream.concat(history.stream(), Stream.of(entry)).toList();
        return new DataRequest(kind, residences, text, appealOf, pausesAfter(action), longer);
    }

    private static void failIfNotExtendable(Dates dates, Instant now) {
        if (!dates.canBeExtended()) {
            throw new ProblemException(ProfileProblem.REQUEST_EXTENSION_NOT_ALLOWED);
        }
        if (dates.isAnswerLate(now)) {
            throw new ProblemException(ProfileProblem.REQUEST_EXTENSION_TOO_LATE);
        }
    }

    /** Asked once, shown once. */
    private List<Pause> pausesAfter(Action action) {
        return switch (action.step()) {
            case ASK_IDENTITY -> {
                failUnless(pauses.isEmpty());
                yield List.of(new Pause(action.at(), null));
            }
            case SHOW_IDENTITY -> {
                failUnless(pauses.stream().anyMatch(Pause::isOpen));
                yield List.of(new Pause(pauses.get(0).start(), action.at()));
            }
            default -> pauses;
        };
    }

    private static void failUnless(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(ProfileProblem.REQUEST_STEP_NOT_ALLOWED);
        }
    }

    @Override
    public String toString() {
        return "DataRequest[redacted]";
    }
}
