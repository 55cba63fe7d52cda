package latentlab.view.hearing;

/**
 * A loss as a short tone: the lower the loss, the lower it sounds. Training starts at a''; each time the loss is
 * halved, the tone falls by half an octave. So it falls with any loss, whatever its measure, and what is learned late
 * is heard as well as what is learned at once.
 */
final class LossTone {
    /** Of what is played: mono, 16 bits, signed, the low byte first. */
    static final float RATE = 44_100;

    /** The tone of the loss of epoch 0, in Hz. */
    static final double START = 880;

    static final double LOWEST = 110;
    static final double HIGHEST = 1760;
    /** Octaves that the tone falls by when the loss is halved. */
    private static final double OCTAVES = 0.5;

    private static final double SECONDS = 0.12;
    /** Share of the time that it takes to swell, and as much to fade: a tone that is cut off clicks. */
    private static final double EDGE = 0.25;
    /** Of what the line can carry: beside a voice, not over it. */
    private static final double LOUDNESS = 0.25;

    private LossTone() {}

    /**
     * @param loss of an epoch
     * @param start of epoch 0, above 0
     * @return Hz, {@value #START} at the start, from {@value #LOWEST} to {@value #HIGHEST}; for a loss that is no
     *     number the highest
     */
    static double hertz(double loss, double start) {
        if (Double.isNaN(loss)) {
            return HIGHEST;
        }
        double halvings = Math.log(start / Math.max(loss, Double.MIN_NORMAL)) / Math.log(2);
        return Math.clamp(START * Math.pow(2, -OCTAVES * halvings), LOWEST, HIGHEST);
    }

    /** @return samples of a sine that swells and fades, as of {@link #RATE} */
    static byte[] samples(double hertz) {
        int count = (int) Math.round(SECONDS * RATE);
        byte[] samples = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            double place = (i + 0.5) / count;
            double edge = Math.min(1, Math.min(place, 1 - place) / EDGE);
            double envelope = (1 - Math.cos(Math.PI * edge)) / 2;
            double level = LOUDNESS * envelope * Math.sin(2 * Math.PI * hertz * i / RATE);
            int sample = (int) Math.round(level * Short.MAX_VALUE);
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        return samples;
    }
}
