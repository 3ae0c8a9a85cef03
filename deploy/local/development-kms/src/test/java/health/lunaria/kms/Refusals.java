package health.lunaria.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.kms.model.KmsException;

/** What a client of AWS's SDK sees when it is refused. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(String errorCode, ThrowingCallable call) {
        assertThat(refusal(call).awsErrorDetails().errorCode()).isEqualTo(errorCode);
    }

    static KmsException refusal(ThrowingCallable call) {
        KmsException refused = catchThrowableOfType(KmsException.class, call);
        assertThat(refused).as("the call was answered").isNotNull();
        return refused;
    }
}
