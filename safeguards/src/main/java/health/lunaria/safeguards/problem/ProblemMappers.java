package health.lunaria.safeguards.problem;

import com.fasterxml.jackson.core.JacksonException;
import health.lunaria.safeguards.identity.FreshLoginRequiredException;
import health.lunaria.safeguards.problem.Problem.FieldError;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where exceptions become answers. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> RETRY_LATER = Set.of(429, 503);
    private static final String RETRY_AFTER_SECONDS = "5";

    private static final Map<Integer, CommonProblem> BY_STATUS = Map.of(
            400, CommonProblem.INVALID_REQUEST,
            401, CommonProblem.NOT_AUTHENTICATED,
            403, CommonProblem.NOT_ALLOWED,
            404, CommonProblem.NOT_FOUND,
            405, CommonProblem.METHOD_NOT_ALLOWED,
            406, CommonProblem.NOT_ACCEPTABLE,
            413, CommonProblem.BODY_TOO_LARGE,
            415, CommonProblem.UNSUPPORTED_MEDIA_TYPE);

    @ServerExceptionMapper
    public Response problem(ProblemException exception, RoutingContext request) {
        if (exception.type().status() >= SERVER_ERROR) {
            LOG.warnf("%s [%s]: %s", exception.type().slug(), TraceId.of(request), Causes.describe(exception));
        }
        return answer(exception.type(), exception.fields(), request);
    }

    @ServerExceptionMapper
    public Response loginTooOld(FreshLoginRequiredException refused, RoutingContext request) {
        return answer(refused.type(), List.of(), request, HttpHeaders.WWW_AUTHENTICATE, refused.challenge());
    }

    @ServerExceptionMapper({com.fasterxml.jackson.databind.exc.MismatchedInputException.class})
    public Response unreadableBody(
            com.fasterxml.jackson.databind.exc.MismatchedInputException exception, RoutingContext request) {
        return unreadable(exception, request);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException exception, RoutingContext request) {
        List<FieldError> fields = ValidationErrors.of(exception);
        if (fields.isEmpty()) {
            return internalError(exception, request);
        }
        return answer(CommonProblem.INVALID_FIELD, fields, request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notAuthenticated(Throwable refused, RoutingContext request) {
        LOG.debugf("not-authenticated [%s]: %s", TraceId.of(request), Causes.describe(refused));
        return answer(CommonProblem.NOT_AUTHENTICATED, List.of(), request, HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException refused, RoutingContext request) {
        return answer(CommonProblem.NOT_ALLOWED, List.of(), request);
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException exception, RoutingContext request) {
        if (exception.getCause() instanceof JacksonException json) {
            return unreadable(json, request);
        }
        CommonProblem type = BY_STATUS.get(exception.getResponse().getStatus());
        return type == null ? internalError(exception, request) : answer(type, List.of(), request);
    }

    @ServerExceptionMapper
    public Response internalError(Throwable exception, RoutingContext request) {
        if (Outages.isOne(exception)) {
            LOG.warnf("temporarily-unavailable [%s]: %s", TraceId.of(request), Causes.describe(exception));
            return answer(CommonProblem.TEMPORARILY_UNAVAILABLE, List.of(), request);
        }
        LOG.errorf("internal-error [%s]: %s", TraceId.of(request), Causes.describe(exception));
        return answer(CommonProblem.INTERNAL_ERROR, List.of(), request);
    }

    private static Response unreadable(JacksonException exception, RoutingContext request) {
        ProblemException problem = UnreadableBody.problem(exception);
        return answer(problem.type(), problem.fields(), request);
    }

    private static Response answer(ProblemType type, List<FieldError> fields, RoutingContext request) {
        return RETRY_LATER.contains(type.status())
                ? answer(type, fields, request, HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : answer(type, fields, request, null, null);
    }

    private static Response answer(
            ProblemType type, List<FieldError> fields, RoutingContext request, String header, String headerValue) {
        var response = Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(type, fields, TraceId.of(request)));
        return header == null
                ? response.build()
                : response.header(header, headerValue).build();
    }
}
