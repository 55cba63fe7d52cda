package latentlab.library;

import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import latentlab.run.file.AboutRows;
import latentlab.run.file.RunAbout;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** How to take back one change of a library. Plain data until it is run, which accesses the disk. */
public sealed interface Undo {
    /** What was changed, for a menu or a notice. */
    Sentence what();

    /** The file that was changed, where it is now. */
    Path file();

    /**
     * Takes the change back.
     *
     * @return how to make it again
     * @throws Problem if that cannot be done any more; nothing is changed then
     */
    Undo run() throws Problem;

    /**
     * Something else is said of a run.
     *
     * @param from what is said now
     * @param to what was said before: only what differs from {@code from} is put back, whatever else was said since
     */
    record Said(Sentence what, Path file, RunAbout from, RunAbout to) implements Undo {
        @Override
        public Undo run() throws Problem {
            AboutRows.change(file, this::apply);
            return new Said(what, file, to, from);
        }

        private RunAbout apply(RunAbout now) {
            return now.withName(pick(RunAbout::name, now))
                    .withNote(pick(RunAbout::note, now))
                    .withStar(pick(RunAbout::star, now))
                    .withTags(this.<SortedSet<String>>pick(RunAbout::tags, now))
                    .withBookmarks(this.<SortedMap<Integer, String>>pick(RunAbout::bookmarks, now));
        }

        private <T> T pick(Function<RunAbout, T> part, RunAbout now) {
            boolean same = Objects.equals(part.apply(from), part.apply(to));
            return part.apply(same ? now : to);
        }
    }

    /**
     * A file was moved, within the library or into its bin.
     *
     * @param file where it is now
     * @param to where it was before; another name beside it if that has been taken since
     */
    record Moved(Sentence what, Path file, Path to) implements Undo {
        @Override
        public Undo run() throws Problem {
            return new Moved(what, FileMoves.move(file, to), file);
        }
    }
}
