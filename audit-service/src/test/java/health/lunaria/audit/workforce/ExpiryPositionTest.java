package health.lunaria.audit.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.incident.Position;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpiryPositionTest {

    @ParameterizedTest
    @EnumSource(Proof.Kind.class)
    void itsBytesTellAllOfIt(Proof.Kind proof) {
        Position place = new Position(Instant.parse("2026-11-24T22:00:00.123Z"), UUID.randomUUID());
        ExpiryPosition position = new ExpiryPosition(place, proof);

        assertThat(ExpiryPosition.of(position.bytes())).isEqualTo(position);
    }
}
