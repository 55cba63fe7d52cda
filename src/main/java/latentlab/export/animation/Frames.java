package latentlab.export.animation;

import java.io.IOException;
import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The pictures of an animation, one an epoch, for a file of whatever format. They are worked out one by one: memory
 * does not grow with their number.
 */
final class Frames {
    private static final double OF_MAP = 0.4;

    private final Run run;
    private final List<EpochResult> epochs;
    private final AnimationFrame frame;
    private final Progress progress;

    /** Receives them in their order. */
    interface Sequence {
        /** @param pixels shape [height, width], 0xRRGGBB, valid during this call */
        void add(int[] pixels) throws IOException;
    }

    private Frames(Run run, List<EpochResult> epochs, AnimationFrame frame, Progress progress) {
        this.run = run;
        this.epochs = epochs;
        this.frame = frame;
        this.progress = progress;
    }

    /**
     * Lays out the map, if there is one.
     *
     * @param epochs the kept ones to show
     * @param messages language of the captions; English where the fonts of this machine lack its letters
     * @throws java.util.concurrent.CancellationException when cancelled through progress
     */
    static Frames of(
            Export.Subject subject, List<EpochResult> epochs, Look look, Messages messages, Progress progress) {
        Run run = subject.run();
        AnimationMap map = look.map() ? new AnimationMap(run, epochs, progress.part(0, OF_MAP)) : null;
        int last = subject.history().getLast().epoch();
        AnimationFrame frame = new AnimationFrame(run.dataset(), run.samples(), last, messages, look, map);
        return new Frames(run, epochs, frame, look.map() ? progress.part(OF_MAP, 1) : progress);
    }

    /**
     * @return how long each is to be seen
     * @throws Problem if nobody could play that
     */
    static int millis(Export.Subject subject) throws Problem {
        ExportOption option = ExportOption.FRAME;
        int millis = subject.get(option);
        if (millis < option.least() || millis > option.most()) {
            throw Problem.of("export.gif.frame.range", millis, option.least(), option.most());
        }
        return millis;
    }

    int count() {
        return epochs.size();
    }

    int width() {
        return frame.width();
    }

    int height() {
        return frame.height();
    }

    /** Whether they have no colour anywhere. */
    boolean grey() {
        return frame.grey();
    }

    /** @throws java.util.concurrent.CancellationException when cancelled through progress */
    void play(Sequence sequence) throws IOException {
        int[] samples = run.samples();
        for (int i = 0; i < epochs.size(); i++) {
            progress.report((double) i / epochs.size(), Sentence.of("export.gif.progress", i + 1, epochs.size()));
            EpochResult result = epochs.get(i);
            sequence.add(frame.paint(result, run.reconstruct(result.epoch(), samples)));
        }
    }
}
