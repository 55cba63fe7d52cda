package latentlab.view.sweep;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.engine.settings.Setting;
import latentlab.sweep.Design;
import latentlab.sweep.Plan;
import latentlab.sweep.Sweep;
import latentlab.sweep.SweepPreset;
import latentlab.view.Buttons;
import latentlab.view.Choices;
import latentlab.view.Texts;
import latentlab.view.input.RangedNumber;

/** What a new sweep is to train. */
final class SweepForm extends VBox {
    private static final int MOST_WORKERS = 64;
    /** Seeds that tell chance from a difference. */
    private static final int SEEDS = 5;

    final Map<SweepPreset, Button> presets = new EnumMap<>(SweepPreset.class);
    final Button seedsOnly;
    final Button add;
    final ComboBox<Design> design = new ComboBox<>();
    final Spinner<Integer> points;
    final Spinner<Integer> seeds;
    final Spinner<Integer> workers;
    /** Whether to compute that of ten nearest neighbours after each trial. Disabled where the data do not allow it. */
    final CheckBox accuracy = new CheckBox();
    /** What all trials have in common. */
    final Label common = new Label();
    /** How many trials it makes and how long they take, or what is wrong. */
    final Label line = new Label();

    final Button start;
    private final Texts texts;
    private final VBox rows = new VBox();
    private Runnable changed = () -> {};

    SweepForm(Texts texts) {
        this.texts = texts;
        getStyleClass().add("sweep-form");
        setId("sweep-form");
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.sweep.new"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(USE_PREF_SIZE);
        FlowPane questions = new FlowPane(title);
        questions.getStyleClass().add("sweep-presets");
        for (SweepPreset each : SweepPreset.values()) {
            Button button = SweepView.button(preset(each), texts);
            button.setOnAction(_ -> fill(each));
            presets.put(each, button);
            questions.getChildren().add(button);
        }
        seedsOnly = SweepView.button("preset-seeds", texts);
        seedsOnly.setOnAction(_ -> fill(List.of(), SEEDS, false));
        questions.getChildren().add(seedsOnly);

        common.setId("sweep-common");
        common.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        common.setWrapText(true);
        common.setMinHeight(USE_PREF_SIZE);
        rows.getStyleClass().add("sweep-rows");
        ScrollPane place = new ScrollPane(rows);
        place.setFitToWidth(true);
        place.getStyleClass().addAll("edge-to-edge", "sweep-rows-place");
        add = SweepView.button("add", texts);
        add.setOnAction(_ -> {
            add(unused(), "").setting.requestFocus();
            changed.run();
        });

        design.getItems().setAll(Design.values());
        Choices.words(
                design,
                texts,
                each -> texts.get("view.sweep.design." + each.name().toLowerCase(Locale.ROOT)));
        design.setValue(Design.GRID);
        Buttons.named(design, texts.bind("view.sweep.design.help")).setId("sweep-design");
        design.getStyleClass().add(Styles.SMALL);
        points = spinner("points", 1, Plan.MOST, 20);
        seeds = spinner("seeds", 1, Plan.MOST, 1);
        workers = spinner("workers", 1, MOST_WORKERS, Sweep.usualWorkers());
        Region drawn = labelled("points", points);
        drawn.visibleProperty().bind(design.valueProperty().isNotEqualTo(Design.GRID));
        drawn.managedProperty().bind(drawn.visibleProperty());
        Buttons.named(accuracy, texts.bind("view.sweep.accuracy.help")).setId("sweep-accuracy");
        accuracy.textProperty().bind(texts.bind("view.sweep.accuracy"));
        accuracy.getStyleClass().add(Styles.SMALL);
        accuracy.setMinWidth(USE_PREF_SIZE);
        FlowPane options =
                new FlowPane(add, design, drawn, labelled("seeds", seeds), labelled("workers", workers), accuracy);
        options.getStyleClass().add("sweep-options");

        line.setId("sweep-line");
        line.getStyleClass().add(Styles.TEXT_SMALL);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        start = SweepView.button("start", texts);
        start.getStyleClass().add(Styles.ACCENT);
        HBox end = new HBox(line, start);
        end.setAlignment(Pos.CENTER_RIGHT);
        end.getStyleClass().add("sweep-line");
        getChildren().addAll(questions, common, place, options, end);
        design.valueProperty().subscribe(() -> changed.run());
        add(Setting.LATENT, "");
    }

    private static String preset(SweepPreset each) {
        return switch (each) {
            case HOW_SMALL -> "preset-small";
            case SIMPLE_OR_TIED -> "preset-tied";
        };
    }

    private Region labelled(String name, Spinner<Integer> spinner) {
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.sweep." + name));
        label.setLabelFor(spinner);
        HBox both = new HBox(label, spinner);
        both.setAlignment(Pos.CENTER_LEFT);
        both.getStyleClass().add("sweep-labelled");
        return both;
    }

    private Spinner<Integer> spinner(String name, int low, int high, int value) {
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(low, high, value);
        Spinner<Integer> spinner = Buttons.named(new Spinner<>(values), texts.bind("view.sweep." + name + ".help"));
        spinner.getEditor().accessibleTextProperty().bind(texts.bind("view.sweep." + name + ".help"));
        spinner.setId("sweep-" + name);
        RangedNumber.in(spinner, texts);
        spinner.getStyleClass().add("sweep-spinner");
        // What is typed counts at once: Start must not train another number than the one that is read.
        spinner.getEditor().textProperty().subscribe(typed -> {
            if (typed.strip().matches("[0-9]{1,9}")
                    && Integer.parseInt(typed.strip()) >= low
                    && Integer.parseInt(typed.strip()) <= high) {
                values.setValue(Integer.parseInt(typed.strip()));
            }
        });
        spinner.valueProperty().subscribe(() -> changed.run());
        return spinner;
    }

    /** @param action what to do whenever something else is to be trained */
    void onChange(Runnable action) {
        changed = action;
        action.run();
    }

    boolean wantsAccuracy() {
        return accuracy.isSelected() && !accuracy.isDisabled();
    }

    List<SweptRow> rows() {
        return rows.getChildren().stream().map(SweptRow.class::cast).toList();
    }

    /** Where one begins to fill it in. */
    Control first() {
        return rows().isEmpty() ? add : rows().getFirst().values;
    }

    private Setting<?> unused() {
        List<Setting<?>> used = new ArrayList<>();
        rows().forEach(row -> used.add(row.setting.getValue()));
        return List.of(Setting.LATENT, Setting.RATE, Setting.MODEL, Setting.HIDDEN, Setting.BATCH).stream()
                .filter(each -> !used.contains(each))
                .findFirst()
                .orElse(Setting.LATENT);
    }

    private SweptRow add(Setting<?> setting, String values) {
        SweptRow row = new SweptRow(setting, texts);
        row.values.setText(values);
        row.setting.valueProperty().subscribe(() -> changed.run());
        row.values.textProperty().subscribe(() -> changed.run());
        row.values.setOnAction(_ -> start.fire());
        row.remove.setOnAction(_ -> {
            int place = rows.getChildren().indexOf(row);
            rows.getChildren().remove(row);
            number();
            (rows().isEmpty() ? add : rows().get(Math.min(place, rows().size() - 1)).values).requestFocus();
            changed.run();
        });
        rows.getChildren().add(row);
        number();
        return row;
    }

    private void number() {
        for (int i = 0; i < rows().size(); i++) {
            rows().get(i).number(i);
        }
    }

    private void fill(SweepPreset preset) {
        fill(List.of(preset), preset.seeds(), preset.accuracy());
    }

    private void fill(List<SweepPreset> asked, int wanted, boolean judged) {
        Runnable later = changed;
        changed = () -> {};
        rows.getChildren().clear();
        asked.forEach(each -> add(each.swept().setting(), each.swept().text()));
        seeds.getValueFactory().setValue(wanted);
        accuracy.setSelected(judged);
        design.setValue(Design.GRID);
        changed = later;
        changed.run();
    }
}
