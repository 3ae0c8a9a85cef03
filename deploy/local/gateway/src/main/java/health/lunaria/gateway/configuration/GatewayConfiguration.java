package health.lunaria.gateway.configuration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the gateway is told at its start.
 *
 * @param host loopback address to listen on
 * @param port for TLS; 0 takes a free one
 * @param managementPort plain HTTP, {@code /health} only; 0 takes a free one
 * @param routes the HTTPRoute manifest
 * @param backends by name
 * @param openApiDirectory present when the API documentation is to be served
 * @param corsOrigins origins whose pages may call the API; usually none
 */
public record GatewayConfiguration(
        String host,
        int port,
        int managementPort,
        TlsFiles tls,
        Path routes,
        Map<String, Backend> backends,
        Optional<Path> openApiDirectory,
        Set<String> corsOrigins,
        Limits limits) {}
