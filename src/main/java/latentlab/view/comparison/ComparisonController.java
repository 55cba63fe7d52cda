package latentlab.view.comparison;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.comparison.Axis;
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
    private LongTask reading;
    private Axis axis = Axis.EPOCH;
    /** Null before the first. */
    private ComparedFiles compared;

    /** The run that the pointer is at, -1 for none. */
    private int pointed = -1;

    public static ComparisonController in(ViewContext context) {
        return new ComparisonController(new ComparisonView(context.texts(), context.colours()), context);
    }

    private ComparisonController(ComparisonView view, ViewContext context) {
        this.view = view;
        texts = context.texts();
        tasks = context.tasks();
        notices = context.notices();
        view.setVisible(false);
        view.byEpoch.setOnAction(_ -> layOutBy(Axis.EPOCH));
        view.byTime.setOnAction(_ -> layOutBy(Axis.TIME));
        view.back.setOnAction(_ -> view.setVisible(false));
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                view.setVisible(false);
                event.consume();
            }
        });
        view.setOnRun(this::point, view.table::select);
        view.table.table().getSelectionModel().selectedItemProperty().subscribe(this::emphasise);
        texts.messagesProperty().subscribe(this::tell);
        showAxis();
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
        pointed = -1;
        view.chart.show(read.comparison(), axis);
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
        view.chart.setAccessibleText(texts.get("view.comparison.losses") + ", " + view.count.getText() + ". "
                + String.join(" ", conclusions));
    }

    private List<String> words(List<Sentence> sentences) {
        return sentences.stream().map(texts::get).toList();
    }

    private void layOutBy(Axis chosen) {
        axis = chosen;
        showAxis();
        if (compared != null) {
            view.chart.show(compared.comparison(), axis);
            emphasise();
        }
    }

    private void showAxis() {
        // A click on the chosen one would leave none chosen.
        view.byEpoch.setSelected(axis == Axis.EPOCH);
        view.byTime.setSelected(axis == Axis.TIME);
    }

    private void point(int run) {
        pointed = run;
        emphasise();
    }

    /** The run that is pointed at, else the selected one. */
    private void emphasise() {
        int run = pointed >= 0 ? pointed : view.table.selected();
        view.chart.emphasise(run);
        view.table.point(run, view.chart.isHover());
    }
}
