package latentlab.view.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import latentlab.data.Dataset;
import latentlab.lesson.BuiltInLessons;
import latentlab.lesson.Lesson;
import latentlab.lesson.LessonProgress;
import latentlab.lesson.LessonReader;
import latentlab.lesson.MeasuredValue;
import latentlab.lesson.Step;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Leads through lessons: opens them, keeps the place and the answers, and shows each step as far as it has come. */
public final class LessonController implements AutoCloseable {
    /** The page before the first step. */
    private static final int COVER = -1;

    private final LessonView view;
    private final ViewContext context;
    private final Texts texts;
    private final LessonStage stage;
    private final LessonProgress progress;
    private final Doing doing;
    /** Read beside the start, which shows none of them. */
    private final CompletableFuture<List<Lesson>> builtIn = CompletableFuture.supplyAsync(BuiltInLessons::all);

    /** Opens all terms; stands below the lessons, since whoever wants to learn what a word means looks there. */
    private final MenuItem glossary = new MenuItem();

    private Lesson lesson;
    /** What was wrong with the lesson opened last; null for nothing. */
    private Notices.Notice fault;

    private int at = COVER;

    /** @param kept the file in which place and answers are kept */
    public static LessonController in(ViewContext context, LessonStage stage, Path kept) {
        return new LessonController(context, stage, new LessonProgress(kept));
    }

    private LessonController(ViewContext context, LessonStage stage, LessonProgress progress) {
        this.context = context;
        this.stage = stage;
        this.progress = progress;
        texts = context.texts();
        view = new LessonView(texts);
        doing = new Doing(context, stage, progress, this::render, this::done);
        glossary.setId("learn-glossary");
        glossary.textProperty().bind(texts.bind("view.terms.title"));
        glossary.setAccelerator(Keys.GLOSSARY.combination());
        view.menu.setOnShowing(_ -> fillMenu());
        view.close.setOnAction(_ -> end());
        view.back.setOnAction(_ -> go(at - 1));
        view.next.setOnAction(_ -> next());
        texts.messagesProperty().subscribe(this::render);
        context.model().datasetProperty().subscribe(this::render);
        context.model().history().addListener((InvalidationListener) _ -> {
            if (doing.waits() == Doing.Waits.TRAINING) {
                render();
            }
        });
    }

    public LessonView view() {
        return view;
    }

    private void fillMenu() {
        view.menu.getItems().clear();
        List<Lesson> lessons = builtIn.join();
        for (int i = 0; i < lessons.size(); i++) {
            Lesson each = lessons.get(i);
            String title = each.title().in(texts.localeProperty().get());
            String key = progress.done(each) ? "view.lesson.item.done" : "view.lesson.item";
            MenuItem item = new MenuItem(texts.get(key, i + 1, title, each.minutes()));
            item.setId("lesson-" + each.id());
            item.setOnAction(_ -> open(each));
            view.menu.getItems().add(item);
        }
        MenuItem file = new MenuItem(texts.get("view.lesson.open"));
        file.setId("lesson-open");
        file.setOnAction(_ -> {
            Path chosen = context.saving().picker().openFile(texts.get("view.lesson.open"));
            if (chosen != null) {
                open(chosen);
            }
        });
        view.menu.getItems().addAll(new SeparatorMenuItem(), file, glossary);
    }

    /** @param open opens the glossary, for the menu of lessons */
    public void offerGlossary(Runnable open) {
        glossary.setOnAction(_ -> open.run());
    }

    /** Opens a lesson's file, or says what is wrong with it. */
    public void open(Path file) {
        Sentence opening = Sentence.of("view.lesson.opening", file.getFileName().toString());
        context.tasks().start(opening, _ -> read(file), this::open, problem -> {
            fault = Notices.Notice.problem(problem);
            context.notices().show(fault);
        });
    }

    private static Lesson read(Path file) throws Problem {
        try {
            return LessonReader.read(file);
        } catch (IOException e) {
            throw new Problem(Sentence.of("view.lesson.unreadable", file.toString()), e);
        }
    }

    private void open(Lesson other) {
        doing.stop();
        if (fault != null && context.notices().currentProperty().get() == fault) {
            context.notices().clear(); // it lies over the switch to the lesson
        }
        lesson = other;
        at = COVER;
        stage.offerLesson(true);
        stage.showLesson(true);
        render();
        focus(view.next);
    }

    /** In sight of those who use the keyboard, which a focus by itself is not: space would be the timeline's. */
    private static void focus(Node node) {
        node.requestFocus();
        node.requestFocusTraversal(TraversalDirection.PREVIOUS);
        Node before = node.getScene().getFocusOwner();
        if (before != node) {
            before.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    /** Shows the lesson or the settings, or opens the menu where there is no lesson. */
    public void toggle() {
        if (lesson == null) {
            view.menu.requestFocus();
            view.menu.show();
        } else {
            stage.showLesson(!stage.showsLesson());
        }
    }

    private void end() {
        doing.stop();
        lesson = null;
        stage.showLesson(false);
        stage.offerLesson(false);
    }

    private void next() {
        if (at == COVER) {
            int place = Math.max(0, progress.place(lesson));
            if (progress.done(lesson)) {
                place = 0;
            }
            int first = place;
            doing.begin(lesson, () -> go(first));
        } else if (at == lesson.steps().size() - 1) {
            end();
        } else {
            if (step().question() == null && step().actions().isEmpty()) {
                progress.setMeasured(lesson, at, Map.of());
            }
            go(at + 1);
        }
    }

    private void go(int step) {
        doing.stop();
        at = step;
        if (step != COVER) {
            progress.setPlace(lesson, step);
        }
        render();
        view.scroll.setVvalue(0);
        goOnWithTheKeyboard();
    }

    /** Gives the focus to what one answers with, or else to the way on; either says all of the page. */
    private void goOnWithTheKeyboard() {
        if (!stage.showsLesson()) {
            return;
        }
        Node first = view.page.lookup("." + LessonPage.ANSWER);
        focus(first == null ? view.next : first);
    }

    private Step step() {
        return lesson.steps().get(at);
    }

    private void answer(String answer) {
        progress.setAnswer(lesson, at, answer);
        doing.start(lesson, step());
        render();
        goOnWithTheKeyboard();
    }

    private void done(Map<MeasuredValue, Double> values) {
        progress.setMeasured(lesson, at, values);
        render();
        // The comparison is what one has waited for.
        view.scroll.applyCss();
        view.scroll.layout();
        view.scroll.setVvalue(1);
    }

    private void render() {
        if (lesson == null) {
            return;
        }
        int steps = lesson.steps().size();
        view.title.setText(lesson.title().in(texts.localeProperty().get()));
        view.place.setText(
                at == COVER
                        ? texts.get("view.lesson.minutes", lesson.minutes())
                        : texts.get("view.lesson.place", at + 1, steps));
        view.progress.setProgress((at + 1.0) / steps);
        view.back.setDisable(at == COVER);
        boolean last = at == steps - 1;
        view.next.setText(texts.get(at == COVER ? beginning() : last ? "view.lesson.end" : "view.lesson.next"));
        view.page.getChildren().setAll(at == COVER ? cover() : page());
        String words = view.words();
        view.next.setAccessibleHelp(words);
        Node first = view.page.lookup("." + LessonPage.ANSWER);
        if (first != null) {
            first.setAccessibleHelp(words);
        }
    }

    private String beginning() {
        return progress.done(lesson)
                ? "view.lesson.repeat"
                : progress.place(lesson) < 0 ? "view.lesson.begin" : "view.lesson.goOn";
    }

    private List<Node> cover() {
        Label about = LessonPage.wrapped(
                new Label(lesson.about().in(texts.localeProperty().get())));
        about.setId("lesson-about");
        Dataset data = context.model().datasetProperty().get();
        if (data == null || doing.hasData(lesson)) {
            return List.of(about);
        }
        CheckBox other = Buttons.named(new CheckBox(), texts.bind("view.lesson.otherData.help"));
        other.setId("lesson-other-data");
        other.setText(texts.get("view.lesson.otherData", data.name()));
        other.setWrapText(true);
        other.setMinHeight(Region.USE_PREF_SIZE);
        other.setSelected(progress.onOtherData(lesson));
        other.setOnAction(_ -> progress.setOnOtherData(lesson, other.isSelected()));
        Label written = LessonPage.wrapped(new Label(texts.get("view.lesson.data", lesson.data())));
        return List.of(about, written, other);
    }

    private List<Node> page() {
        LessonPage page = new LessonPage(step(), texts);
        String answer = progress.answer(lesson, at);
        Map<MeasuredValue, Double> values = progress.measured(lesson, at);
        if (values != null) {
            if (step().question() != null || !step().actions().isEmpty()) {
                page.answered(answer == null ? Answers.NO_IDEA : answer);
                page.compare(answer, values, this::anew);
            }
        } else if (answer != null) {
            page.answered(answer);
            boolean held = doing.waits() == Doing.Waits.NOT || doing.waits() == Doing.Waits.HELD;
            page.watch(status(), held ? () -> doing.start(lesson, step()) : null);
        } else if (step().question() != null || !step().actions().isEmpty()) {
            page.ask(this::answer);
        }
        return page.nodes();
    }

    private void anew() {
        progress.forget(lesson, at);
        render();
        goOnWithTheKeyboard();
    }

    private Sentence status() {
        int epochs = step().epochs();
        int done = Math.max(0, context.model().history().size() - 1);
        return switch (doing.waits()) {
            case NOT -> null;
            case MEASURING -> Sentence.of("view.lesson.measuring");
            case HELD -> Sentence.of("view.lesson.held");
            case TRAINING ->
                epochs == 0 || done > epochs || step().comparesMaps()
                        ? Sentence.of("view.lesson.waiting")
                        : Sentence.of("view.lesson.training", done, epochs);
        };
    }

    /** Saves place and answers. */
    @Override
    public void close() {
        progress.close();
    }
}
