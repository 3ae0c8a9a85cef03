package health.lunaria.audit.event;

import health.lunaria.safeguards.auditing.Actor;

/**
 * Which events are asked for; {@code null} stands for any. Events are sealed, so those that are not asked for have to be
 * opened as well.
 *
 * @param service e.g. {@code cycle-service}
 * @param action e.g. {@code cycle.days.read}
 */
public record EventFilter(String service, Actor.Kind actor, String action) {

    boolean isAll() {
        return service == null && actor == null && action == null;
    }

    boolean shows(Event event) {
        return (service == null || service.equals(event.service()))
                && (actor == null || actor == event.actor().kind())
                && (action == null || action.equals(event.action()));
    }
}
