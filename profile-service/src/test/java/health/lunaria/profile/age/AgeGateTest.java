package health.lunaria.profile.age;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.profile.ProfileProblem;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeGateTest {

    private final AgeGate gate = new AgeGate();

    @ParameterizedTest
    @CsvSource({
        "DE,2010-11-25,2026-11-25T12:00:00Z,true",
        "DE,2010-11-26,2026-11-25T12:00:00Z,false",
        "AT,2012-11-25,2026-11-25T12:00:00Z,true",
        "AT,2012-11-26,2026-11-25T12:00:00Z,false",
        "BR,2014-11-25,2026-11-25T12:00:00Z,true",
        "BR,2014-11-26,2026-11-25T12:00:00Z,false",
    })
    void sheIsOldEnoughOnHerBirthday(String country, LocalDate birth, Instant now, boolean expected) {
        assertThat(gate.lets(country, Birth.on(birth), now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T00:00:00Z,false",
        "2026-11-25T11:59:59.999Z,false",
        "2026-11-25T12:00:00Z,true",
    })
    void aBirthdayBeginsWhereADayBeginsLast(Instant now, boolean expected) {
        assertThat(gate.lets("DE", Birth.on(LocalDate.of(2010, 11, 25)), now)).isEqualTo(expected);
    }

    /** 16 years after 2012 there is a 29 February, 14 and 15 after it there is none. */
    @ParameterizedTest
    @CsvSource({
        "DE,2012-02-29,2028-02-29T12:00:00Z,true",
        "DE,2012-02-29,2028-02-28T12:00:00Z,false",
        "AT,2012-02-29,2026-02-28T12:00:00Z,false",
        "AT,2012-02-29,2026-03-01T12:00:00Z,true",
        "FR,2012-02-29,2027-02-28T12:00:00Z,false",
        "FR,2012-02-29,2027-03-01T12:00:00Z,true",
    })
    void aBirthdayThatIsNotThereIsTheDayAfter(String country, LocalDate birth, Instant now, boolean expected) {
        assertThat(gate.lets(country, Birth.on(birth), now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2010,2026-11-25T12:00:00Z,false",
        "2010,2026-12-31T11:59:59Z,false",
        "2010,2026-12-31T12:00:00Z,true",
        "2009,2026-01-01T12:00:00Z,true",
        "2011,2026-12-31T12:00:00Z,false",
    })
    void ofAYearItsLastDayCounts(int year, Instant now, boolean expected) {
        assertThat(gate.lets("DE", Birth.in(year), now)).isEqualTo(expected);
    }

    @Test
    void whoIsNotBornIsTooYoung() {
        Instant now = Instant.parse("2026-11-25T12:00:00Z");

        assertThat(gate.lets("BR", Birth.in(2100), now)).isFalse();
        assertThat(gate.lets("BR", Birth.on(LocalDate.of(2026, 11, 26)), now)).isFalse();
    }

    @Test
    void aGuardianIsRefusedByName() {
        assertThat(gate.refusal(false).type()).isEqualTo(ProfileProblem.TOO_YOUNG);
        assertThat(gate.refusal(true).type()).isEqualTo(ProfileProblem.GUARDIAN_CONSENT_NOT_SUPPORTED);
    }
}
