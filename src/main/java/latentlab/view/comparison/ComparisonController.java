package latentlab.view.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyEvent;
import latentlab.comparison.Picture;
import latentlab.library.Entry;
import latentlab.text.Sentence;
import latentlab.view.LatestOnly;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.RunTitles;

/** Reads saved runs and sets them beside each other, until somebody goes back. */
public final class ComparisonController {
    /** How many runs have room side by side. */
    private static final int MOST_BESIDE = 4;

    private final ComparisonView view;
    private final Texts texts;
    private final LongTasks tasks;
    private final Notices notices;
    private final RunTitles titles;
    private final LatestOnly naming;
    private final Consumer<Path> open;
    private final Consumer<List<Entry>> beside;
    private LongTask reading;
    /** Null before the first. */
    private ComparedFiles compared;

    /** The runs that the pointer or the keys are at. */
    private List<Integer> pointed = List.of();

    private Picture picture;

    /**
     * @param titles what the runs are called
     * @param open opens the run in a file
     * @param beside shows two to four runs side by side
     */
    public static ComparisonController in(
            ViewContext context, RunTitles titles, Consumer<Path> open, Consumer<List<Entry>> beside) {
        return new ComparisonController(context, titles, open, beside);
    }

    private ComparisonController(
            ViewContext context, RunTitles titles, Consumer<Path> open, Consumer<List<Entry>> beside) {
        view = new ComparisonView(
                context.texts(),
                context.colours(),
                new ComparisonChart.Use(
                        this::point,
                        run -> tableOf().select(run),
                        run -> open.accept(compared.file(run)),
                        this::tellKept),
                this::draw,
                run -> compared.file(run).getFileName().toString());
        this.titles = titles;
        this.open = open;
        this.beside = beside;
        texts = context.texts();
        tasks = context.tasks();
        notices = context.notices();
        naming = context.latestOnly();
        view.setVisible(false);
        view.back.setOnAction(_ -> view.setVisible(false));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        view.beside.setOnAction(_ -> run(ComparisonKeys.BESIDE));
        view.table.table().getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunTable.Row>)
                _ -> chosen());
        allow();
        texts.messagesProperty().subscribe(this::tell);
        titles.currentProperty().subscribe(_ -> nameAnew());
    }

    private void chosen() {
        allow();
        emphasise();
    }

    private void allow() {
        int runs = view.table.wanted().size();
        view.beside.setDisable(runs < 2);
        view.several.setVisible(runs > MOST_BESIDE);
    }

    private RunTable tableOf() {
        return view.table;
    }

    private void take(KeyEvent event) {
        for (ComparisonKeys each : ComparisonKeys.values()) {
            if (each.match(event)) {
                run(each);
                event.consume();
            }
        }
    }

    private void run(ComparisonKeys key) {
        switch (key) {
            case LOSSES, HEAT_MAP, PARALLEL, AGAINST -> view.bar.choose(key.picture());
            case OPEN -> {
                if (view.table.table().isFocused() && view.table.selected() >= 0) {
                    open.accept(compared.file(view.table.selected()));
                }
            }
            case BESIDE -> {
                if (!view.beside.isDisabled()) {
                    beside.accept(view.table.wanted().stream()
                            .limit(MOST_BESIDE)
                            .map(compared.entries()::get)
                            .toList());
                }
            }
            case BACK -> view.setVisible(false);
        }
    }

    /** Invisible while nothing is compared. */
    public ComparisonView view() {
        return view;
    }

    /** Compares runs as soon as they have been read; of two asked for in a row the later one counts. */
    public void compare(List<Entry> runs) {
        if (reading != null) {
            reading.cancel();
        }
        reading = tasks.start(
                Sentence.of("view.comparison.reading", runs.size()),
                progress -> ComparedFiles.read(runs, titles, progress),
                this::show);
    }

    private void show(ComparedFiles read) {
        if (read.comparison().runs().isEmpty()) {
            notices.show(Notices.Notice.problem(read.faults().getFirst(), null));
            return;
        }
        compared = read;
        pointed = List.of();
        view.bar.show(read.comparison());
        view.table.show(read.comparison());
        allow();
        tell();
        view.setVisible(true);
        view.table.table().requestFocus();
        nameAnew();
    }

    /** Calls the runs by other titles than those that they were read with: in the background, as it compares anew. */
    private void nameAnew() {
        ComparedFiles shown = compared;
        if (shown == null || !view.isVisible() || shown.isCalledBy(titles)) {
            return;
        }
        naming.request(() -> shown.called(titles), named -> {
            if (compared == shown) {
                compared = named;
                view.table.name(named.comparison());
                view.chart.name(named.comparison());
                tell();
            }
        });
    }

    private void tell() {
        if (compared == null) {
            return;
        }
        List<String> conclusions = words(compared.conclusions());
        view.showRemarks(words(compared.faults()), conclusions);
        view.count.setText(
                texts.get("view.comparison.count", compared.comparison().runs().size()));
        view.chart.setAccessibleText(
                texts.get("view.comparison.picture." + picture.kind().word())
                        + ", " + view.count.getText() + ". "
                        + String.join(" ", conclusions));
    }

    private List<String> words(List<Sentence> sentences) {
        return sentences.stream().map(texts::get).toList();
    }

    private void draw(Picture chosen) {
        picture = chosen;
        pointed = List.of();
        view.chart.show(compared.comparison(), chosen);
        view.table.recolour();
        tell();
        emphasise();
    }

    private void tellKept(int kept) {
        int all = compared.comparison().runs().size();
        if (picture.kind() == Picture.Kind.PARALLEL) {
            view.bar.note(Sentence.of("view.comparison.kept", kept, all));
        }
    }

    private void point(List<Integer> runs) {
        pointed = runs;
        emphasise();
    }

    /** The runs that are pointed at, else those that are selected. */
    private void emphasise() {
        List<Integer> runs = pointed.isEmpty() ? view.table.chosen() : pointed;
        view.chart.emphasise(runs);
        view.table.point(runs, view.chart.isHover() || view.chart.isFocused());
    }
}
