package latentlab.view.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import latentlab.data.DataIdentity;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.library.LibraryKeeper;
import latentlab.run.PastState;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.file.RunBranch;
import latentlab.run.file.RunFile;
import latentlab.run.file.RunRescue;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.ViewContext;
import latentlab.view.ViewContext.MayDropRun;

/** Opens runs from their files, with the data they were trained on. */
public final class RunOpening {
    private final TrainingModel model;
    private final LongTasks tasks;
    private final Notices notices;
    private final DataLoader loader;
    private final LibraryKeeper keeper;
    private final MayDropRun mayDropRun;
    private final Function<Path, Sentence> titles;
    private LongTask opening;

    /** A run that is ready to be shown. @param exact whether it goes on bit for bit */
    private record Opened(RunFile file, Dataset data, int planned, boolean exact) implements AutoCloseable {
        @Override
        public void close() {
            file.close();
        }
    }

    /**
     * @param loader of the data that runs were trained on
     * @param keeper goes on in the files of runs that are opened
     * @param titles what the run in a file is called; asked on any thread
     */
    public RunOpening(ViewContext context, DataLoader loader, LibraryKeeper keeper, Function<Path, Sentence> titles) {
        this.titles = titles;
        model = context.model();
        tasks = context.tasks();
        notices = context.notices();
        mayDropRun = context.mayDropRun();
        this.loader = loader;
        this.keeper = keeper;
    }

    /**
     * Shows a run at its newest epoch; of two asked for in a row the later one counts. What is shown stays until then.
     *
     * @param training whether it is trained on to its planned end at once
     */
    public void open(Path path, boolean training) {
        Run shown = model.runProperty().get();
        if (shown != null && path.equals(keeper.writing()) && path.equals(keeper.fileOf(shown.id()))) {
            // It is the one on screen.
            if (training) {
                model.train();
            }
            return;
        }
        Sentence name = titles.apply(path);
        if (!mayDropRun.asked(Sentence.of("view.question.open", name), "view.library.open")) {
            return;
        }
        if (opening != null) {
            opening.cancel();
        }
        Dataset next = model.datasetProperty().get();
        opening = tasks.start(
                Sentence.of("view.library.opening", name),
                progress -> read(path, shown, next, progress),
                opened -> show(path, opened, training),
                problem -> notices.show(
                        problem.sentence().key().equals("run.file.damaged")
                                ? Notices.Notice.problem(
                                        problem, Sentence.of("view.library.rescue"), () -> rescue(path))
                                : Notices.Notice.problem(problem)));
    }

    /** Saves what is left of a damaged run in a file beside it, and opens that. */
    private void rescue(Path damaged) {
        String name = damaged.getFileName().toString().replace(LibraryKeeper.SUFFIX, "");
        Path file = damaged.resolveSibling(name + " " + System.currentTimeMillis() + LibraryKeeper.SUFFIX);
        tasks.start(Sentence.of("view.library.rescuing", name), _ -> RunRescue.of(damaged, file), saved -> {
            notices.show(new Notices.Notice(
                    Notices.Kind.DONE,
                    Sentence.of("run.rescue.done", file.getFileName().toString(), saved.epochs(), saved.lost()),
                    null,
                    null,
                    null));
            open(file, false);
        });
    }

    /** Asks whether to go on with a run that was being trained when the program ended without warning. */
    public void offerInterrupted() {
        tasks.start(Sentence.of("view.library.looking"), _ -> offer(keeper.interrupted()), notice -> {
            if (notice != null) {
                notices.show(notice);
            }
        });
    }

    /** @return of the newest of them; null if there are none */
    private Notices.Notice offer(List<Path> left) throws Problem {
        return left.isEmpty()
                ? null
                : offer(left.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    private Notices.Notice offer(Path path) throws Problem {
        try (RunFile file = RunFile.open(path)) {
            Sentence what = Sentence.of(
                    "view.library.interrupted",
                    path.getFileName().toString(),
                    file.history().size() - 1,
                    file.planned());
            return new Notices.Notice(
                    Notices.Kind.PROBLEM, what, Sentence.of("view.library.goOn"), () -> open(path, true), null);
        }
    }

    /**
     * Goes on from an epoch of the run on screen with the settings and data shown, in a run of its own, which is then
     * shown: the one on screen ends, and stays as it is.
     */
    public void branch(int epoch) {
        Run run = model.runProperty().get();
        Path parent = keeper.fileOf(run.id());
        if (parent == null) {
            notices.show(Notices.Notice.problem(Sentence.of("view.library.branch.unkept"), null));
            return;
        }
        TrainingConfig config = model.settingsProperty().get();
        Dataset data = model.datasetProperty().get();
        if (opening != null) {
            opening.cancel();
        }
        opening = tasks.start(
                Sentence.of("view.library.branching", epoch),
                progress -> branched(parent, run.dataset(), epoch, config, data, progress),
                opened -> {
                    show(opened.file().path(), opened, false);
                    Sentence done = Sentence.of(
                            opened.exact() ? "view.library.branched" : "view.library.branched.inexact", epoch);
                    notices.show(new Notices.Notice(Notices.Kind.DONE, done, null, null, null));
                });
    }

    private Opened branched(
            Path parent, Dataset trained, int epoch, TrainingConfig config, Dataset data, Progress progress)
            throws Problem {
        try (RunFile file = RunFile.open(parent)) {
            PastState past = PastState.of(file, trained, epoch, progress);
            Path path = keeper.unused(config);
            try {
                Files.createDirectories(path.getParent());
            } catch (IOException e) {
                throw new Problem(Sentence.of("library.folder", path.getParent().toString()), e);
            }
            RunBranch.write(file, past, config, data, path);
            RunFile branch = RunFile.open(path);
            return new Opened(branch, data, Math.max(branch.planned(), epoch), past.exact());
        }
    }

    /** @param next data that may be the run's, which then need not be loaded */
    private Opened read(Path path, Run shown, Dataset next, Progress progress) throws Problem {
        RunFile file = RunFile.open(path);
        try {
            Opened opened = new Opened(file, data(file, shown, next, progress), file.planned(), true);
            // One that has been cancelled meanwhile is closed below.
            progress.report(1, Sentence.of("view.library.opening", titles.apply(path)));
            return opened;
        } catch (Problem | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private Dataset data(RunFile file, Run shown, Dataset next, Progress progress) throws Problem {
        String hash = file.start().data().hash();
        if (shown != null && shown.start().data().hash().equals(hash)) {
            return shown.dataset();
        }
        if (next != null && next.identity().hash().equals(hash)) {
            return next;
        }
        Dataset loaded = loader.load(file.start().data().request(), progress);
        DataIdentity identity = loaded.identity();
        file.check(identity);
        return loaded;
    }

    private void show(Path path, Opened opened, boolean training) {
        RunFile file = opened.file();
        String id = file.start().id();
        if (model.stateProperty().get() == RunState.TRAINING) {
            model.stop();
        }
        keeper.goOnIn(path, id, file.history().size() - 1);
        if (!model.resume(opened.data(), file, opened.planned())) {
            notices.show(Notices.Notice.fault(model.refusalProperty().get(), null, null));
        } else if (training) {
            model.train();
        }
    }
}
