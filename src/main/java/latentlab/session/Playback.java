package latentlab.session;

import latentlab.preferences.Repeat;

/**
 * Which epoch comes after another during playback.
 *
 * @param repeat what happens at the end
 * @param range that is played; null for all epochs
 */
public record Playback(Repeat repeat, EpochRange range) {
    /** The epochs that can be shown. */
    public interface Epochs {
        /** The newest. */
        int last();

        /** @return the last epoch up to this one that is kept */
        int kept(int epoch);

        /** @return the first epoch from this one on that is kept; the newest if there is none */
        int keptFrom(int epoch);
    }

    /**
     * A frame.
     *
     * @param backward whether the one after it is an earlier epoch
     */
    public record Frame(int epoch, boolean backward) {}

    /**
     * @param backward whether epochs are played from the last to the first
     * @return the frame that playback begins with when it is asked for at an epoch: that epoch, or the far end if there
     *     is nothing left to play
     */
    public Frame begin(int epoch, boolean backward, Epochs epochs) {
        int first = first(epochs);
        int last = last(epochs);
        boolean inside = backward ? epoch > first && epoch <= last : epoch >= first && epoch < last;
        return new Frame(inside ? epoch : backward ? last : first, backward);
    }

    /** @return the frame after another; null at the end */
    public Frame next(Frame now, Epochs epochs) {
        int first = first(epochs);
        int last = last(epochs);
        Frame onwards = onwards(now, first, last, epochs);
        if (onwards != null) {
            return onwards;
        }
        if (first == last || repeat == Repeat.ONCE && range == null) {
            return null;
        }
        return repeat == Repeat.BOUNCE
                ? onwards(new Frame(now.epoch(), !now.backward()), first, last, epochs)
                : new Frame(now.backward() ? last : first, now.backward());
    }

    private static Frame onwards(Frame now, int first, int last, Epochs epochs) {
        if (now.backward()) {
            return now.epoch() <= first ? null : new Frame(Math.clamp(epochs.kept(now.epoch() - 1), first, last), true);
        }
        return now.epoch() >= last ? null : new Frame(Math.clamp(epochs.keptFrom(now.epoch() + 1), first, last), false);
    }

    /** The first that is played: within the range, unless none of it is kept. */
    private int first(Epochs epochs) {
        return range == null ? 0 : Math.min(epochs.keptFrom(Math.min(range.first(), epochs.last())), last(epochs));
    }

    private int last(Epochs epochs) {
        return range == null ? epochs.last() : epochs.kept(Math.min(range.last(), epochs.last()));
    }
}
