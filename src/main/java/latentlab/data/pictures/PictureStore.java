package latentlab.data.pictures;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import latentlab.data.Account;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** What was found of pictures in a folder or an archive. They are numbered from 0 on. */
interface PictureStore {
    /** The folder or archive. */
    Path path();

    /** Path of each picture within it, with slashes, sorted: the same on every system. */
    List<String> names();

    /** What is no picture, or cannot be got at. */
    Account account();

    /** Pictures that are there by their names but cannot be got at, by what is the matter. */
    List<Account.LeftOut> lost();

    /** Whether a picture may be reached in more ways than one: otherwise each is a picture of its own. */
    boolean linked();

    /**
     * Which picture it is, whatever way leads to it; asked only where there are links.
     *
     * @return equal for the same picture
     */
    Object identity(int picture);

    /** Whether a link leads to a picture. */
    boolean linked(int picture);

    /** Takes a picture's bytes, and reads them while the next is got. */
    @FunctionalInterface
    interface Taker {
        /**
         * @param index of the picture among those that are wanted
         * @return what is read; until then its bytes may be in memory
         */
        Future<?> take(int index, PictureSource picture) throws Problem;
    }

    /**
     * Hands out pictures one after the other, in whatever order they can be got in.
     *
     * @param wanted which
     * @param progress is asked again and again whether anybody waits
     */
    void hand(int[] wanted, Taker taker, Progress progress) throws Problem, InterruptedException;
}
