package latentlab.view.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import latentlab.comparison.Picture;
import latentlab.library.Entry;
import latentlab.text.Sentence;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Reads saved runs and sets them beside each other, until somebody goes back. */
public final class ComparisonController {
    private final ComparisonView view;
    private final Texts texts;
    private final LongTasks tasks;
    private final Notices notices;
    private final Consumer<Path> open;
    private LongTask reading;
    /** Null before the first. */
    private ComparedFiles compared;

    /** The runs that the pointer or the keys are at. */
    private List<Integer> pointed = List.of();

    private Picture picture;

    /** @param open opens the run in a file */
    public static ComparisonController in(ViewContext context, Consumer<Path> open) {
        return new ComparisonController(context, open);
    }

    private ComparisonController(ViewContext context, Consumer<Path> open) {
        view = new ComparisonView(
                context.texts(),
                context.colours(),
                new ComparisonChart.Use(
                        this::point,
                        run -> tableOf().select(run),
                        run -> open.accept(compared.files().get(run)),
                        this::tellKept),
                this::draw);
        this.open = open;
        texts = context.texts();
        tasks = context.tasks();
        notices = context.notices();
        view.setVisible(false);
        view.back.setOnAction(_ -> view.setVisible(false));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        view.table.table().getSelectionModel().selectedItemProperty().subscribe(this::emphasise);
        texts.messagesProperty().subscribe(this::tell);
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
                    open.accept(compared.files().get(view.table.selected()));
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
                progress -> ComparedFiles.read(runs, progress),
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
        tell();
        view.setVisible(true);
        view.table.table().requestFocus();
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

    /** The runs that are pointed at, else the selected one. */
    private void emphasise() {
        int selected = view.table.selected();
        List<Integer> runs = !pointed.isEmpty() ? pointed : selected < 0 ? List.of() : List.of(selected);
        view.chart.emphasise(runs);
        view.table.point(runs, view.chart.isHover() || view.chart.isFocused());
    }
}
