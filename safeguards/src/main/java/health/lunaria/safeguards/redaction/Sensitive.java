package health.lunaria.safeguards.redaction;

import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A value that names or describes a person, e.g. an e-mail address or a note. It cannot leak by accident: {@code
 * toString} is redacted, it is not {@link java.io.Serializable}, and Jackson writes it only inside a response that
 * declares the view {@link Disclosed}. Immutable if the value is.
 */
@Schema(type = SchemaType.STRING)
public final class Sensitive<T> {

    /** The JSON view of a response that hands sensitive values to the person whom they concern. */
    public interface Disclosed {}

    @Schema(hidden = true)
    private final T value;

    private Sensitive(T value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    public static <T> Sensitive<T> of(T value) {
        return new Sensitive<>(value);
    }

    /** The value itself. The name is easy to grep for: every use of it needs a reason. */
    public T disclose() {
        return value;
    }

    public <R> Sensitive<R> map(Function<? super T, ? extends R> change) {
        return of(change.apply(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sensitive<?> sensitive && value.equals(sensitive.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
