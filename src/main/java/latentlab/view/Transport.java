package latentlab.view;

import java.util.Map;
import java.util.function.Supplier;
import latentlab.preferences.FrameTime;
import latentlab.preferences.Preferences;

/** What the keys of a timeline do with it. */
public interface Transport {
    /** Epochs that a jump passes. */
    int JUMP = 10;

    /** Plays, or stops what is playing that way. */
    void togglePlaying(boolean backward);

    /** @param epochs forwards or, if negative, backwards */
    void step(int epochs);

    void toFirst();

    void toLast();

    /** Asks for the number of an epoch to go to, where a timeline has a field for it. */
    default void askEpoch() {}

    /** Goes to the next epoch at which images change, where those are marked. */
    default void toNextChange() {}

    /** Lets playback begin at the epoch shown, where a range can be marked. */
    default void startRange() {}

    /** Lets playback end at the epoch shown, where a range can be marked. */
    default void endRange() {}

    /** Lets playback run over all epochs again. */
    default void clearRange() {}

    /** @param inSight the timeline that a key is for at the moment it is pressed */
    static void put(Map<Keys, Runnable> actions, Supplier<Transport> inSight, Preferences preferences) {
        var frame = preferences.frameMillisProperty();
        var repeat = preferences.repeatProperty();
        actions.put(Keys.PLAY, () -> inSight.get().togglePlaying(false));
        actions.put(Keys.REVERSE, () -> inSight.get().togglePlaying(true));
        actions.put(Keys.REPEAT, () -> repeat.set(repeat.get().following()));
        actions.put(Keys.SLOWER, () -> frame.set(FrameTime.slower(frame.get())));
        actions.put(Keys.FASTER, () -> frame.set(FrameTime.faster(frame.get())));
        actions.put(Keys.PREVIOUS, () -> inSight.get().step(-1));
        actions.put(Keys.NEXT, () -> inSight.get().step(1));
        actions.put(Keys.JUMP_BACK, () -> inSight.get().step(-JUMP));
        actions.put(Keys.JUMP, () -> inSight.get().step(JUMP));
        actions.put(Keys.FIRST, () -> inSight.get().toFirst());
        actions.put(Keys.LAST, () -> inSight.get().toLast());
        actions.put(Keys.GO_TO, () -> inSight.get().askEpoch());
        actions.put(Keys.CHANGE, () -> inSight.get().toNextChange());
        actions.put(Keys.RANGE_START, () -> inSight.get().startRange());
        actions.put(Keys.RANGE_END, () -> inSight.get().endRange());
        actions.put(Keys.RANGE_CLEAR, () -> inSight.get().clearRange());
    }
}
