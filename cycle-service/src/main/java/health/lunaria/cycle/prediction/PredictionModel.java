package health.lunaria.cycle.prediction;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Every version of the model that ever answered. None of them changes its answers any more: what would change them is a new
 * version, so that an old answer can be computed again. The names are part of the API: never rename or remove one.
 */
public enum PredictionModel {
    /** Knows no modes: it predicts as if there were none. */
    @JsonProperty("lunaria-cycle/1")
    FIRST("lunaria-cycle/1") {
        @Override
        public PredictionOutcome predict(PredictionInputs inputs) {
            return Predictors.REGULAR.predict(inputs);
        }
    },

    /** The first one with regard to modes. Where none applies, it answers what the first version does. */
    @JsonProperty("lunaria-cycle/2")
    SECOND("lunaria-cycle/2") {
        @Override
        public PredictionOutcome predict(PredictionInputs inputs) {
            return switch (inputs.mode()) {
                case NONE -> Predictors.REGULAR.predict(inputs);
                case PERIMENOPAUSE, ADOLESCENCE -> withoutDates(Predictors.WIDE.predict(inputs));
                case COMBINED_PILL -> PillSchedule.on(inputs.noPeriodThrough().plusDays(1), inputs.modeSince());
                case HORMONAL_IUD -> NoPrediction.HORMONAL_IUD;
                case HORMONAL_IMPLANT -> NoPrediction.HORMONAL_IMPLANT;
                case PREGNANCY -> NoPrediction.PREGNANCY;
                case BREASTFEEDING -> NoPrediction.BREASTFEEDING;
            };
        }
    };

    /** The one that answers today. */
    public static final PredictionModel CURRENT = SECOND;

    private final String word;

    PredictionModel(String word) {
        this.word = word;
    }

    public abstract PredictionOutcome predict(PredictionInputs inputs);

    /** Name and version. */
    public String word() {
        return word;
    }

    /** Computes the tables of all versions, so that no prediction has to wait for them. */
    static void prepare() {
        CycleLengthModel.shipped();
        CycleLengthModel.wide();
    }

    private static PredictionOutcome withoutDates(PredictionOutcome outcome) {
        return outcome instanceof Prediction prediction ? prediction.withoutDates() : outcome;
    }

    private static final class Predictors {
        static final CyclePredictor REGULAR = new CyclePredictor(CycleLengthModel.shipped());
        static final CyclePredictor WIDE = new CyclePredictor(CycleLengthModel.wide());
    }
}
