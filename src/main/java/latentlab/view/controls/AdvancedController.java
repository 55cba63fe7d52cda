package latentlab.view.controls;

import java.util.Collection;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/**
 * Binds the settings that fold away. What cannot be taken stays where it was chosen, with a sentence under it, and is
 * tried again when another of them has been taken: cross-entropy that was refused for a linear output is taken with the
 * sigmoid one.
 */
final class AdvancedController {
    private final AdvancedView view;
    private final TrainingModel model;
    private final Collection<SettingRow<?>> rows;
    /** How many settings that matter are other than their defaults. */
    private final IntegerProperty changed = new SimpleIntegerProperty();
    /** A choice made here is being taken. */
    private boolean taking;

    AdvancedController(AdvancedView view, ViewContext context) {
        this.view = view;
        model = context.model();
        rows = view.rows.values();
        view.header.selectedProperty().bindBidirectional(context.preferences().advancedShownProperty());
        nameHeader(context.texts());
        view.defaults.setOnAction(_ -> reset());
        rows.forEach(this::bind);
        show(model.settingsProperty().get(), false);
        model.settingsProperty().subscribe((before, now) -> show(now, taking || oneBasicSettingApart(before, now)));
        model.datasetProperty().subscribe(this::showInputs);
        InvalidationListener notes = _ -> refreshNotes();
        model.runProperty().addListener(notes);
        model.settingsProperty().addListener(notes);
        model.settingsPendingProperty().addListener(notes);
    }

    private void nameHeader(Texts texts) {
        StringBinding name = Bindings.createStringBinding(
                () -> changed.get() == 0
                        ? texts.get("view.advanced.title")
                        : texts.get("view.advanced.changed", changed.get()),
                changed,
                texts.messagesProperty());
        view.header.textProperty().bind(name);
        view.header.accessibleTextProperty().bind(Bindings.concat(name, ": ", texts.bind("view.advanced.help")));
    }

    private void bind(SettingRow<?> row) {
        row.editor.onCommit(() -> commit(row));
        row.editor.control().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean choosing = row.editor.control() instanceof ComboBoxBase<?> box && box.isShowing();
            if (event.getCode() == KeyCode.ESCAPE && !choosing) {
                row.show(model.settingsProperty().get());
                refreshHeader();
                event.consume();
            }
        });
    }

    private void commit(SettingRow<?> row) {
        if (!row.edited()) {
            row.refuse(null);
            refreshHeader();
            return;
        }
        TrainingConfig before = model.settingsProperty().get();
        try {
            TrainingConfig next = row.in(before);
            row.show(next);
            for (SettingRow<?> other : rows) {
                if (other.refused()) {
                    next = withRefused(next, other);
                }
            }
            if (!next.equals(before)) {
                taking = true;
                model.setSettings(next);
                taking = false;
            }
        } catch (Problem e) {
            row.refuse(e.sentence());
        }
        refreshHeader();
    }

    private static TrainingConfig withRefused(TrainingConfig config, SettingRow<?> row) {
        try {
            TrainingConfig next = row.in(config);
            row.refuse(null);
            return next;
        } catch (Problem e) {
            row.refuse(e.sentence());
            return config;
        }
    }

    /** What was refused outlives a change of one setting, here or of a basic one, but not a preset. */
    private boolean oneBasicSettingApart(TrainingConfig before, TrainingConfig now) {
        return rows.stream().noneMatch(row -> row.differs(before, now)) && SettingRow.oneApart(before, now);
    }

    /** @param keepRefused whether what cannot be taken stays where it was chosen, if it still matters */
    private void show(TrainingConfig config, boolean keepRefused) {
        for (SettingRow<?> row : rows) {
            row.describe(config);
            if (!keepRefused || !row.refused() || !row.isManaged()) {
                row.show(config);
            }
        }
        view.latent.setText("– " + config.latent());
        refreshHeader();
    }

    private void showInputs(Dataset dataset) {
        view.inputs.setText(dataset == null ? "" : dataset.shape().size() + " –");
    }

    private void refreshHeader() {
        TrainingConfig config = model.settingsProperty().get();
        changed.set((int) rows.stream()
                .filter(row -> row.isManaged() && row.isChanged(config))
                .count());
        view.defaults.setDisable(rows.stream().noneMatch(row -> row.refused() || row.isChanged(config)));
    }

    private void refreshNotes() {
        Run run = model.runProperty().get();
        TrainingConfig settings = model.settingsProperty().get();
        boolean pending = run != null && model.settingsPendingProperty().get();
        rows.forEach(row -> row.note.setWaiting(pending && row.differs(run.config(), settings)));
    }

    private void reset() {
        TrainingConfig next = model.settingsProperty().get();
        for (SettingRow<?> row : rows) {
            next = row.reset(next);
        }
        model.setSettings(next);
        show(next, false);
    }

    /**
     * Takes what has been typed and not committed yet, and goes to the first of what cannot be taken.
     *
     * @return whether there is any
     */
    boolean goToRefused() {
        rows.stream().filter(SettingRow::isManaged).forEach(this::commit);
        return rows.stream()
                .filter(SettingRow::refused)
                .findFirst()
                .map(row -> {
                    view.goTo(row);
                    return true;
                })
                .orElse(false);
    }
}
