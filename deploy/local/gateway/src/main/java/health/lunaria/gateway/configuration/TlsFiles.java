package health.lunaria.gateway.configuration;

import java.nio.file.Path;

/**
 * PEM files.
 *
 * @param certificate the gateway's, shown to clients and to backends
 * @param key of the certificate, PKCS#8, readable by its owner only
 * @param ca the only authority that backends' certificates may come from
 */
public record TlsFiles(Path certificate, Path key, Path ca) {}
