/** What the suite's rules forbid, and what looks like it and is allowed. Never run; read by {@code SuiteRulesTest}. */
package health.lunaria.safeguards.testing.rules.planted;
