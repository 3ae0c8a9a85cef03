package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;

/** What a model answered, and from what. */
@Confidential
public record PredictionAnswer(PredictionModel model, PredictionInputs inputs, PredictionOutcome outcome) {

    public static PredictionAnswer of(PredictionModel model, PredictionInputs inputs) {
        return new PredictionAnswer(model, inputs, model.predict(inputs));
    }

    @Override
    public String toString() {
        return "PredictionAnswer[redacted]";
    }
}
