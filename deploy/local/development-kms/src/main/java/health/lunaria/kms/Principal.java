package health.lunaria.kms;

/**
 * Somebody who may call: a service that uses its own keys, the administrator, who makes and deletes keys and can use none, or
 * the job that turns the epochs of the services' keys.
 *
 * @param name e.g. {@code cycle-service}
 */
public record Principal(String name, String accessKeyId, String secretAccessKey) {

    @Override
    public String toString() {
        return "Principal[" + name + "]";
    }
}
