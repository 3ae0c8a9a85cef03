package health.lunaria.gateway.configuration;

import java.net.URI;

/**
 * Where a backend of the manifest runs on this machine.
 *
 * @param name of the Kubernetes service that it stands for
 * @param tls whether it is reached by mutual TLS; plain HTTP otherwise
 * @param port on the loopback interface
 * @param readiness plain HTTP on the loopback interface; 200 means ready
 */
public record Backend(String name, boolean tls, int port, URI readiness) {}
