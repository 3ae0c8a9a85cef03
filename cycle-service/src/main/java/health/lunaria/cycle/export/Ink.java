package health.lunaria.cycle.export;

/** The colours of a report. They differ in brightness, too, so that it can be printed in black and white. */
enum Ink {
    TEXT(0.13f, 0.15f, 0.19f),
    MUTED(0.40f, 0.43f, 0.48f),
    RULE(0.80f, 0.82f, 0.85f),
    TINT(0.95f, 0.95f, 0.97f),
    ACCENT(0.42f, 0.16f, 0.42f),
    LIGHT(0.73f, 0.55f, 0.72f),
    SECOND(0.87f, 0.53f, 0.15f),
    WHITE(1, 1, 1);

    final float red;
    final float green;
    final float blue;

    Ink(float red, float green, float blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }
}
