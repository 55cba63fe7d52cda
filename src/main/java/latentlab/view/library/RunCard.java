package latentlab.view.library;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.engine.settings.Setting;
import latentlab.glossary.Term;
import latentlab.library.Entry;
import latentlab.library.RunSummary;
import latentlab.text.Messages;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Tip;
import latentlab.view.words.RunTitles;
import latentlab.view.words.Terms;

/** One run: its images, its name, what is special about it, how well it did. */
final class RunCard extends ListCell<Entry> {
    static final double HEIGHT = 84;
    /** Width below which there is no room for a curve. */
    private static final double NARROW = 320;
    /** Width below which there is room for two images alone. */
    private static final double SLIM = 440;
    /** What a card takes beside its images. */
    private static final double WORDS = 480;

    private static final int MOST = 10;

    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private static final String BETWEEN = "  ·  ";

    private final Texts texts;
    private final Parentage parentage;
    private final RunTitles titles;
    private final SampleStrip samples = new SampleStrip();
    private final Region star = new Region();
    private final Label name = new Label();
    private final ChipRow chips = new ChipRow();
    /** How low its loss came. */
    private final Label figures = line();
    /** What its reconstructions of test images are off by. */
    private final Label error = line();

    private final HBox results = new HBox(figures, error);
    /** Where it comes from, or why it cannot be read. */
    private final Label origin = line();
    /** Leads to the run it has left. */
    private final Hyperlink branch = new Hyperlink();

    private final Sparkline sparkline;
    private final Tooltip tooltip = new Tip();
    private final HBox card;

    RunCard(Texts texts, ThemeColours colours, Parentage parentage, RunTitles titles) {
        this.texts = texts;
        this.titles = titles;
        this.parentage = parentage;
        sparkline = new Sparkline(colours);
        for (Node each : List.of(samples, star, chips, results, error, branch, sparkline)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        star.getStyleClass().addAll("icon", "icon-star");
        name.getStyleClass().add("run-name");
        name.setMinWidth(0);
        HBox title = new HBox(star, name);
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("run-title");
        branch.getStyleClass().addAll(Styles.TEXT_SMALL, "run-branch");
        branch.setMinWidth(0);
        // The list has the focus, and a key that does the same.
        branch.setFocusTraversable(false);
        branch.setOnAction(_ -> parentage.goFrom(getItem().run()));
        HBox from = new HBox(branch, origin);
        from.getStyleClass().add("run-from");
        from.setAlignment(Pos.CENTER_LEFT);
        // Marked alone: of a cell and what is in it, the cell's tooltip is shown.
        Terms.mark(figures, Term.VALIDATION);
        Terms.mark(error, Term.MSE);
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        VBox words = new VBox(title, chips, results, from);
        words.getStyleClass().add("run-words");
        words.setMinWidth(0);
        words.setPrefWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        card = new HBox(samples, words, sparkline);
        card.getStyleClass().add("run-card");
        card.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("run-cell");
        // As wide as the list, whatever is in it.
        setPrefWidth(0);
        texts.messagesProperty().subscribe(() -> updateItem(getItem(), isEmpty()));
        widthProperty().subscribe(this::share);
    }

    private static Label line() {
        Label line = new Label();
        line.getStyleClass().addAll(Styles.TEXT_SMALL, "run-line");
        line.setMinWidth(0);
        return line;
    }

    /** Gives wide cards more images, and narrow ones no curve. */
    private void share() {
        double width = getWidth();
        boolean readable = getItem() != null && getItem().readable();
        sparkline.setVisible(readable && width > NARROW);
        samples.setPrefWidth(
                width < SLIM
                        ? SampleStrip.width(2)
                        : Math.clamp(width - WORDS, SampleStrip.width(3), SampleStrip.width(MOST)));
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        boolean readable = entry.readable();
        pseudoClassStateChanged(FAULTY, !readable);
        name.setText(titles.of(entry));
        star.setVisible(readable && entry.run().about().star());
        for (Node each : List.of(samples, chips, results)) {
            each.setVisible(readable);
        }
        if (readable) {
            show(entry);
        } else {
            origin.setText(texts.get(entry.fault()));
        }
        branch.setVisible(readable && entry.run().from() != null);
        origin.setWrapText(!readable);
        share();
        tooltip.setText(readable ? told(entry) : origin.getText());
        setTooltip(tooltip);
        setAccessibleText(name.getText() + ", " + (readable ? results() + ", " : "")
                + (branch.isVisible() ? branch.getText() + ", " : "") + origin.getText());
        setGraphic(card);
    }

    private void show(Entry entry) {
        RunSummary run = entry.run();
        samples.show(run.thumbnails());
        chips.show(List.copyOf(run.about().tags()), settings(entry));
        figures.setText(
                Double.isNaN(run.bestLoss())
                        ? texts.get("view.library.epochs", run.epochs(), run.planned())
                        : texts.get("view.library.figures", run.bestLoss(), run.epochs(), run.planned()));
        error.setText(
                run.error() == null
                        ? ""
                        : BETWEEN
                                + texts.get(
                                        "view.library.error",
                                        run.error().mse(),
                                        run.error().psnr()));
        String said = run.about().note().lines().findFirst().orElse("");
        origin.setText(
                moment(run.created()) + BETWEEN + texts.get(run.dataName()) + (said.isEmpty() ? "" : BETWEEN + said));
        if (run.from() != null) {
            Entry parent = parentage.of(run);
            int epoch = run.from().epoch();
            branch.setText(
                    parent == null
                            ? texts.get("view.library.branchOfGone", epoch)
                            : texts.get("view.library.branchOf", titles.of(parent), epoch));
            branch.setDisable(parent == null);
        }
        sparkline.show(run.losses());
    }

    private String results() {
        return figures.getText() + error.getText();
    }

    /** What is said neither by the run's title nor, as its epochs, by its results. */
    private List<String> settings(Entry entry) {
        return entry.run().changedSettings().entrySet().stream()
                .filter(each -> each.getKey() != Setting.EPOCHS && !titles.says(entry, each.getKey()))
                .map(each -> each.getKey().name() + "=" + each.getValue())
                .toList();
    }

    /** All that the card may have had no room for. */
    private String told(Entry entry) {
        RunSummary run = entry.run();
        List<String> lines = new ArrayList<>();
        lines.add(name.getText());
        lines.add(String.join("  ", settings(entry)));
        lines.add(String.join(", ", run.about().tags()));
        lines.add(results());
        lines.add(run.from() == null ? "" : branch.getText());
        lines.add(origin.getText());
        lines.add(run.about().note());
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }

    private String moment(Instant moment) {
        Messages messages = texts.messagesProperty().get();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.locale())
                .format(moment.atZone(ZoneId.systemDefault()));
    }
}
