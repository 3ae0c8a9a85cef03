package health.lunaria.safeguards.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.testing.processing.Declaration.Activity;
import health.lunaria.safeguards.testing.processing.Declaration.Key;
import health.lunaria.safeguards.testing.processing.Declaration.Table;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTest {

    @Test
    void whatIsNotSealedComesFirstAndNothingIsLeftOut() {
        Declaration declaration = new Declaration(
                Map.of("Diary", new Activity("to remember", "consent", "users", "none", "nowhere")),
                Map.of(
                        "day",
                        new Table(
                                "Diary",
                                "a year",
                                Key.PERSON,
                                Map.of("sealed", "days"),
                                Map.of("ref, at", "who and when"),
                                Map.of("id", "random"))),
                Map.of("Memory", "a minute"));
        assertThat(Section.of("cycle-service", declaration)).isEqualTo("""
                ## cycle-service

                ### Personal data that is not sealed

                | Table | Columns | What it says |
                |---|---|---|
                | `day` | `ref`, `at` | who and when |

                ### Diary

                - Purpose: to remember
                - Legal basis: consent
                - Whose data: users
                - Recipients outside of the suite: none
                - Third countries: nowhere

                | Table | Sealed | In clear | Kept |
                |---|---|---|---|
                | `day` | `sealed`: days. Under the person's key | `ref`, `at` | a year |

                ### Outside of the databases

                | Where | What, and how long |
                |---|---|
                | Memory | a minute |

                ### Columns that say nothing about anybody

                | Table | Columns | What they are |
                |---|---|---|
                | `day` | `id` | random |
                """);
    }
}
