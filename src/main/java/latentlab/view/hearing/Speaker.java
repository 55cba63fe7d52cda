package latentlab.view.hearing;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * Plays tones on a thread of its own, so that nobody waits for them. Of those that come faster than they can be played,
 * the newest is played next.
 */
final class Speaker {
    /** What tones are played on. */
    interface Line {
        /**
         * Plays samples, and returns when the next can be played.
         *
         * @throws LineUnavailableException if there is nothing to play them on
         */
        void play(byte[] samples) throws LineUnavailableException;
    }

    private final Line line;
    private final Runnable silent;
    private final ThreadPoolExecutor player = new ThreadPoolExecutor(
            0,
            1,
            5,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("tone-", 0).daemon().factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());

    /** @param silent run on the speaker's thread where nothing can be played */
    Speaker(Line line, Runnable silent) {
        this.line = line;
        this.silent = silent;
    }

    /** What the system plays sound on. */
    static Line ofSystem() {
        return samples -> {
            AudioFormat format = new AudioFormat(LossTone.RATE, 16, 1, true, false);
            // Opened for each tone: a line that is kept would keep others from the device for as long as the window is
            // open.
            try (SourceDataLine open = AudioSystem.getSourceDataLine(format)) {
                open.open(format);
                open.start();
                open.write(samples, 0, samples.length);
                open.drain();
            } catch (IllegalArgumentException | SecurityException e) {
                LineUnavailableException none = new LineUnavailableException(e.getMessage());
                none.initCause(e);
                throw none;
            }
        };
    }

    /** Plays a tone soon. Returns at once. */
    void play(double hertz) {
        player.execute(() -> {
            try {
                line.play(LossTone.samples(hertz));
            } catch (LineUnavailableException _) {
                silent.run();
            }
        });
    }
}
