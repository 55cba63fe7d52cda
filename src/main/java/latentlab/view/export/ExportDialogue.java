package latentlab.view.export;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.picture.View;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** Formats on the left; on the right what the chosen one is, its options, its epochs, and what comes of them. */
final class ExportDialogue extends BorderPane {
    final FormatList formats;
    final EpochChoice epochs;
    final PreviewPane preview;
    final OwnWords words;
    final Button save;
    final Button cancel;
    /** That the run is still being trained. */
    final Label training = new Label();

    private final Label name = new Label();
    private final Label help = new Label();
    /** What is wrong with what has been typed, or why nothing can be saved. */
    private final Label refusal = new Label();

    private final FlowPane options = new FlowPane();
    private final List<OptionEditor> editors = new ArrayList<>();
    private final Texts texts;
    private Export export;

    ExportDialogue(Texts texts, List<Export> exports) {
        this.texts = texts;
        setId("export-dialogue");
        getStyleClass().addAll("main", "export-dialogue");
        formats = new FormatList(texts, exports);
        epochs = new EpochChoice(texts);
        preview = new PreviewPane(texts);
        words = new OwnWords(texts);
        name.setId("export-title");
        name.getStyleClass().add(Styles.TITLE_4);
        help.setId("export-help");
        refusal.setId("export-refusal");
        refusal.getStyleClass().add("export-refusal");
        training.setId("export-training");
        training.textProperty().bind(texts.bind("view.export.training"));
        training.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        for (Label line : new Label[] {help, refusal, training}) {
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            line.managedProperty().bind(line.visibleProperty());
        }
        options.getStyleClass().add("export-options");
        options.managedProperty().bind(options.visibleProperty());
        save = button("save", texts);
        save.setDefaultButton(true);
        cancel = button("cancel", texts);
        cancel.setCancelButton(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(gap, cancel, save);
        buttons.getStyleClass().add("export-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox form = new VBox(name, help, options, epochs, words, refusal, training, preview);
        form.getStyleClass().add("export-form");
        VBox.setVgrow(preview, Priority.ALWAYS);
        setLeft(formats);
        setCenter(form);
        setBottom(buttons);
        texts.messagesProperty().subscribe(this::describe);
    }

    private static Button button(String id, Texts texts) {
        Button button = Buttons.named(new Button(), texts.bind("view.export." + id + ".help"));
        button.textProperty().bind(texts.bind("view.export." + id));
        button.setId("export-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /**
     * Shows an export with its options.
     *
     * @param chosen of the options
     * @param changed run whenever one of them has changed
     */
    void show(Export other, Map<ExportOption, Integer> chosen, Runnable changed) {
        export = other;
        editors.clear();
        for (ExportOption option : export.options()) {
            editors.add(new OptionEditor(option, chosen.get(option), texts, () -> {
                showThoseOfTheView();
                changed.run();
            }));
        }
        options.getChildren().setAll(editors);
        options.setVisible(!editors.isEmpty());
        showThoseOfTheView();
        describe();
    }

    private void showThoseOfTheView() {
        boolean grid = shownView() == View.GRID.ordinal();
        editors.stream().filter(each -> each.option.ofGrid()).forEach(each -> each.setVisible(grid));
    }

    private void describe() {
        if (export != null) {
            name.setText(texts.get(export.name()));
            help.setText(texts.get(export.help()));
        }
    }

    /** @return what is chosen; null if a number cannot be taken, see {@link #refusal()} */
    Map<ExportOption, Integer> chosen() {
        Map<ExportOption, Integer> chosen = new HashMap<>();
        for (OptionEditor each : editors) {
            if (each.value().isEmpty()) {
                return null;
            }
            chosen.put(each.option, each.value().getAsInt());
        }
        return chosen;
    }

    /** What a picture shows, whether or not another option is wrong. */
    int shownView() {
        return editors.stream()
                .filter(each -> each.option.equals(ExportOption.VIEW))
                .mapToInt(each -> each.value().orElse(ExportOption.VIEW.normal()))
                .findFirst()
                .orElse(ExportOption.VIEW.normal());
    }

    /** @return of the first number that cannot be taken; null if all can */
    Sentence refusal() {
        return editors.stream()
                .filter(each -> each.value().isEmpty())
                .map(OptionEditor::refusal)
                .findFirst()
                .orElse(null);
    }

    /** @param why nothing can be saved as it is; null if it can */
    void refuse(Sentence why) {
        refusal.setVisible(why != null);
        refusal.setText(why == null ? "" : texts.get(why));
        save.setDisable(why != null);
        save.setAccessibleHelp(refusal.getText());
    }

    /** What has gone wrong, though saving may go well. @param what null for nothing */
    void warn(Sentence what) {
        refuse(what);
        save.setDisable(false);
    }

    Export export() {
        return export;
    }
}
