package health.lunaria.gateway.exchange;

import health.lunaria.gateway.protection.Connections;
import health.lunaria.gateway.protection.CrossOrigin;
import health.lunaria.gateway.protection.RateLimiter;
import health.lunaria.gateway.protection.RequestRules;
import health.lunaria.gateway.protection.SecurityHeaders;

/** What stands between clients and backends. */
public record Protection(
        Connections connections,
        RateLimiter rateLimiter,
        RequestRules rules,
        CrossOrigin crossOrigin,
        SecurityHeaders securityHeaders) {}
