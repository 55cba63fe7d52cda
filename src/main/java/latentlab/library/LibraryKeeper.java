package latentlab.library;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.run.Run;
import latentlab.run.RunKeeper;
import latentlab.run.file.RunFileWriter;
import latentlab.run.file.Underway;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Keeps each run that is trained in a file of its own, from its first trained epoch on: one that is only looked at
 * leaves nothing behind. A run that was taken up from a file goes on in that file.
 */
public final class LibraryKeeper implements RunKeeper {
    /** Ending of the names of run files. */
    public static final String SUFFIX = ".latentlab";

    private static final Logger LOG = System.getLogger(LibraryKeeper.class.getName());
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);
    /** Settings that a file's name says first, or that say nothing about the run's kind. */
    private static final Set<Setting<?>> NAMED = Set.of(Setting.MODEL, Setting.LATENT, Setting.EPOCHS);
    /** For other settings in a file's name, in letters. */
    private static final int ROOM = 60;
    /** Names as {@link #unused} has them, or a copy or what was saved of such a file; a person's may begin alike. */
    private static final Pattern OWN = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d "
            + Arrays.stream(ModelKind.values()).map(LibraryKeeper::word).collect(Collectors.joining("|", "(", ")"))
            + " \\d+( "
            + Setting.ALL.stream().map(Setting::name).collect(Collectors.joining("|", "(", ")"))
            + " \\S+)*( \\d+| \\(\\d+\\))*");

    private final Path folder;
    private final BooleanSupplier wanted;
    private final RoomMaker room;
    /** Files that runs go on in, by the runs' ids. */
    private final Map<String, Saved> saved = new ConcurrentHashMap<>();

    private final FindingsKeeper findings = new FindingsKeeper(this::fileOf);
    /** The file that is written now; null for none. */
    private volatile Path writing;

    // The fields below are used by the service's worker alone.
    private String id = "";
    /** The run's epoch 0, until it has another one; else null. */
    private Epoch first;
    /** Null where nothing is kept of the run. */
    private RunFileWriter writer;

    private Underway underway;

    /** Makes room among what is kept before a run is added. */
    public interface RoomMaker {
        /**
         * @param file that is about to be written, which must stay
         * @return what users should know, e.g. which runs went; empty for nothing
         */
        List<Sentence> makeRoom(Path file);
    }

    /** A run in a file. @param epoch its last one there */
    private record Saved(Path file, int epoch) {}

    private record Epoch(EpochResult result, float[] parameters, TrainerState state) {}

    /**
     * @param folder made when it is first needed
     * @param wanted asked for each run when its first epoch has been trained
     */
    public LibraryKeeper(Path folder, BooleanSupplier wanted, RoomMaker room) {
        this.folder = folder;
        this.wanted = wanted;
        this.room = room;
    }

    /** Lets a run that is about to be taken up go on in the file it is in, whether new runs are kept or not. */
    public void goOnIn(Path file, String run, int epoch) {
        saved.put(run, new Saved(file, epoch));
    }

    /** @return the file that a run is in; null where none is known */
    public Path fileOf(String run) {
        Saved in = saved.get(run);
        return in == null ? null : in.file;
    }

    /** @return the last epoch of a run that has been handed to its file; -1 where none has */
    public int lastKept(String run) {
        Saved in = saved.get(run);
        return in == null ? -1 : in.epoch;
    }

    /** @return the file that a run is written to now; null for none */
    public Path writing() {
        return writing;
    }

    @Override
    public List<Sentence> keep(Run run, EpochResult result, float[] parameters, Supplier<TrainerState> state)
            throws Problem {
        List<Sentence> remarks = new ArrayList<>();
        if (!run.id().equals(id)) {
            end();
            id = "";
            Saved before = saved.get(run.id());
            if (before != null && before.epoch == result.epoch() - 1) {
                remarks.addAll(goOn(before));
            } else if (result.epoch() == 0) {
                first = new Epoch(result, parameters, state.get());
            }
            // Not before: where that failed, the same epoch comes again.
            id = run.id();
        } else if (first != null) {
            remarks.addAll(begin(run));
        }
        if (writer != null) {
            try {
                writer.keep(run, result, parameters, state);
                saved.put(id, new Saved(writing, result.epoch()));
            } catch (Problem problem) {
                if (wanted.getAsBoolean()) {
                    throw problem;
                }
                remarks.add(Sentence.of("library.keep.ended", writing.toString()));
                end();
            }
        }
        return remarks;
    }

    /** @return runs that a process was writing when it ended without warning; each is told once */
    public List<Path> interrupted() {
        return Underway.takeLeftBehind(folder);
    }

    private List<Sentence> goOn(Saved before) throws Problem {
        try {
            write(RunFileWriter.goOn(before.file, before.epoch), before.file);
            return List.of();
        } catch (Problem problem) {
            if (wanted.getAsBoolean()) {
                throw problem;
            }
            return List.of(Sentence.of("library.keep.ended", before.file.toString()));
        }
    }

    private List<Sentence> begin(Run run) throws Problem {
        Epoch initial = first;
        first = null;
        if (!wanted.getAsBoolean()) {
            return List.of();
        }
        List<Sentence> remarks = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            Path file = unused(run.config());
            remarks.addAll(room.makeRoom(file));
            write(RunFileWriter.create(file), file);
        } catch (IOException | Problem e) {
            // A run that cannot be kept is trained all the same, and its user knows.
            LOG.log(Level.WARNING, "a run is not kept in " + folder, e);
            Object why = e instanceof Problem problem
                    ? problem.sentence()
                    : Sentence.of("library.keep.folder", folder.toString());
            return List.of(Sentence.of("library.keep.not", why));
        }
        writer.keep(run, initial.result, initial.parameters, () -> initial.state);
        return remarks;
    }

    private void write(RunFileWriter into, Path file) {
        writer = into;
        writing = file;
        underway = Underway.begin(folder, file);
    }

    /**
     * @return a file for a new run that there is not yet, such as "2026-11-29 16.05.12 tied 20 lr 0.001", which tells
     *     runs apart in any file browser: by model and units, and by what else is not as it is by default
     */
    public Path unused(TrainingConfig config) {
        String name = LocalDateTime.now().format(DATE) + " "
                + word(config.kind()) + " "
                + config.latent() + otherwise(config);
        Path file = folder.resolve(name + SUFFIX);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + " " + number + SUFFIX);
        }
        return file;
    }

    private static String word(ModelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** @param name of a file, without its ending @return whether it has that from {@link #unused} */
    static boolean isOwn(String name) {
        return OWN.matcher(name).matches();
    }

    /** @param name of a run's file, from {@link #unused} @return the run's settings that it says */
    static Set<Setting<?>> saidIn(String name, TrainingConfig config) {
        return Setting.ALL.stream()
                .filter(setting -> setting == Setting.MODEL
                        || setting == Setting.LATENT
                        || (name + " ").contains(" " + setting.name() + " " + config.text(setting) + " "))
                .collect(Collectors.toSet());
    }

    /** The settings that are not the defaults, as far as a file's name has room for them. */
    private static String otherwise(TrainingConfig config) {
        StringBuilder words = new StringBuilder();
        for (Setting<?> setting : Setting.ALL) {
            String value = NAMED.contains(setting) ? null : RunSummary.changed(config, setting);
            if (value != null && words.length() + setting.name().length() + value.length() < ROOM) {
                words.append(' ').append(setting.name()).append(' ').append(value.replace(',', '-'));
            }
        }
        return words.toString();
    }

    private void end() {
        first = null;
        if (writer != null) {
            writer.close();
            underway.close();
            writer = null;
            writing = null;
        }
    }

    @Override
    public void keepFindings(Run run, Consumer<Sentence> remark) {
        findings.keep(run, remark);
    }

    @Override
    public void close() {
        end();
        findings.close();
    }
}
