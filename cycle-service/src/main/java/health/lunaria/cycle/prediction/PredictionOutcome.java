package health.lunaria.cycle.prediction;

/** What {@link CyclePredictor} answers: a prediction, or the reason why there can be none. */
public sealed interface PredictionOutcome permits Prediction, NoPrediction {}
