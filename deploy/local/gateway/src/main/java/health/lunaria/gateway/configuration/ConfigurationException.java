package health.lunaria.gateway.configuration;

/** The gateway refuses to start. The message names the property or field, never its value. */
public final class ConfigurationException extends RuntimeException {

    public ConfigurationException(String message) {
        super(message, null, false, false);
    }
}
