package health.lunaria.cycle.prediction;

/** What a model answers: a prediction, a schedule in its place, or the reason why there can be none. */
public sealed interface PredictionOutcome permits Prediction, PillSchedule, NoPrediction {}
