package latentlab.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import latentlab.run.file.AboutRows;
import latentlab.run.file.RunAbout;
import latentlab.run.file.Underway;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** What can be done to the runs of a library. Each change says how to take it back. */
public final class LibraryChanges {
    private final Library library;
    private final Predicate<Path> inUse;
    private final Function<Entry, ?> names;

    /** @param inUse whether a file's run is being trained, so that the file must stay where it is */
    public LibraryChanges(Library library, Predicate<Path> inUse) {
        this(library, inUse, Entry::name);
    }

    /** @param names what runs are called where their changes are told, as texts or sentences */
    public LibraryChanges(Library library, Predicate<Path> inUse, Function<Entry, ?> names) {
        this.library = library;
        this.inUse = inUse;
        this.names = names;
    }

    /**
     * @param name empty for none
     * @throws Problem if the file cannot be written; likewise in the next three
     */
    public Undo rename(Entry entry, String name) throws Problem {
        String inOneLine = name.strip().replaceAll("\\p{Cntrl}+", " ");
        return say(entry, Sentence.of("library.change.name", names.apply(entry)), about -> about.withName(inOneLine));
    }

    /** @param note in free text, of any length; empty for none */
    public Undo note(Entry entry, String note) throws Problem {
        return say(
                entry, Sentence.of("library.change.note", names.apply(entry)), about -> about.withNote(note.strip()));
    }

    public Undo star(Entry entry, boolean star) throws Problem {
        String key = star ? "library.change.star" : "library.change.unstar";
        return say(entry, Sentence.of(key, names.apply(entry)), about -> about.withStar(star));
    }

    /** @param typed tags, separated by commas */
    public Undo tag(Entry entry, String typed) throws Problem {
        SortedSet<String> tags = Arrays.stream(typed.split("[,、，\\p{Cntrl}]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return say(entry, Sentence.of("library.change.tags", names.apply(entry)), about -> about.withTags(tags));
    }

    private static Undo say(Entry entry, Sentence what, UnaryOperator<RunAbout> change) throws Problem {
        RunAbout[] before = new RunAbout[1];
        RunAbout after = AboutRows.change(entry.file(), about -> {
            before[0] = about;
            return change.apply(about);
        });
        return new Undo.Said(what, entry.file(), after, before[0]);
    }

    /**
     * Moves a run into the bin.
     *
     * @throws Problem if it is being trained, here or in another window, or cannot be moved
     */
    public Undo delete(Entry entry) throws Problem {
        boolean written =
                Underway.written(library.folder()).contains(entry.file().toAbsolutePath());
        if (written || inUse.test(entry.file())) {
            throw Problem.of("library.inUse", names.apply(entry));
        }
        return new Bin(library).take(entry.file(), Sentence.of("library.change.delete", names.apply(entry)));
    }

    /**
     * Brings a run back from the bin.
     *
     * @throws Problem if it cannot be moved
     */
    public Undo restore(Bin.Deleted deleted) throws Problem {
        Entry entry = deleted.entry();
        return Bin.undo(library.folder(), entry.file(), Sentence.of("library.change.delete", names.apply(entry)))
                .run();
    }

    /**
     * Copies a run file from elsewhere into the library, under its own name or one like it.
     *
     * @return how to take that back, by moving the copy into the bin
     * @throws Problem if it is no run file, damaged, already here, or cannot be copied
     */
    public Undo bringIn(Path source, Progress progress) throws Problem {
        RunSummary run = SummaryReader.read(source);
        for (Entry each : library.list(progress).entries()) {
            if (each.readable() && each.run().id().equals(run.id())) {
                throw Problem.of("library.same", source.toString(), names.apply(each));
            }
        }
        try {
            Files.createDirectories(library.folder());
        } catch (IOException e) {
            throw new Problem(Sentence.of("library.folder", library.folder().toString()), e);
        }
        String name = source.getFileName().toString();
        Path wanted = library.folder().resolve(RunFiles.isNamed(name) ? name : name + RunFiles.ENDING);
        Path copy = FileMoves.free(wanted);
        RunCopy.copy(source, copy, false);
        return new Bin(library)
                .undoOfComing(
                        copy,
                        Sentence.of("library.change.import", copy.getFileName().toString()));
    }

    /**
     * Copies a run file to elsewhere, whole even while it is written.
     *
     * @param to the copy, which replaces a file that is there
     * @throws Problem if the run cannot be read, or the copy cannot be written
     */
    public static void export(Entry entry, Path to) throws Problem {
        RunCopy.copy(entry.file(), to, true);
    }
}
