package latentlab.view;

import java.util.Map;
import java.util.function.Supplier;

/** What the keys of a timeline do with it. */
public interface Transport {
    void togglePlaying();

    /** @param epochs forwards or, if negative, backwards */
    void step(int epochs);

    void toFirst();

    void toLast();

    /** @param inSight the timeline that a key is for at the moment it is pressed */
    static void put(Map<Keys, Runnable> actions, Supplier<Transport> inSight) {
        actions.put(Keys.PLAY, () -> inSight.get().togglePlaying());
        actions.put(Keys.PREVIOUS, () -> inSight.get().step(-1));
        actions.put(Keys.NEXT, () -> inSight.get().step(1));
        actions.put(Keys.FIRST, () -> inSight.get().toFirst());
        actions.put(Keys.LAST, () -> inSight.get().toLast());
    }
}
