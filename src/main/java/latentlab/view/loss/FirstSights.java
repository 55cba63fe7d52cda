package latentlab.view.loss;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.words.Sight;
import latentlab.view.words.SightBox;

/** What there is to see in the first run, below its chart: ticked by hand, or by itself where the losses say so. */
final class FirstSights extends FlowPane {
    private static final List<Sight> SIGHTS = List.of(Sight.HALVED, Sight.GATHERED, Sight.READABLE);

    private final TrainingModel model;
    private final Map<Sight, CheckBox> boxes = new EnumMap<>(Sight.class);
    /** The list has been taken away, or there is no first run. */
    private boolean over = true;

    FirstSights(TrainingModel model, Texts texts) {
        this.model = model;
        setId("first-sights");
        getStyleClass().addAll("advice-line", "first-sights");
        setAlignment(Pos.CENTER_LEFT);
        Label heading = new Label();
        heading.textProperty().bind(texts.bind("view.preset.toSee"));
        getChildren().add(heading);
        for (Sight sight : SIGHTS) {
            CheckBox box = Buttons.named(new SightBox(sight, texts), texts.bind("view.first.sight.help"));
            box.setId("first-sight-" + sight.id());
            box.accessibleTextProperty().unbind();
            box.accessibleTextProperty().bind(box.textProperty());
            boxes.put(sight, box);
            getChildren().add(box);
        }
        Button close = Buttons.icon(Buttons.named(new Button(), texts.bind("view.first.sights.close")), "icon-dismiss");
        close.setId("first-sights-close");
        close.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        close.setOnAction(_ -> {
            over = true;
            refresh();
        });
        getChildren().add(close);
        managedProperty().bind(visibleProperty());
        model.runProperty().subscribe(_ -> {
            untick();
            refresh();
        });
        model.history().addListener((InvalidationListener) _ -> refresh());
        refresh();
    }

    /** The first run begins. */
    void begin() {
        over = false;
        untick();
        refresh();
    }

    private void untick() {
        boxes.values().forEach(box -> box.setSelected(false));
    }

    private void refresh() {
        Run run = model.runProperty().get();
        setVisible(!over && run != null && FirstRun.isOf(run.config()));
        if (isVisible()) {
            boxes.forEach((sight, box) -> {
                boolean certain = sight.certain(model.history());
                box.setDisable(certain);
                if (certain) {
                    box.setSelected(true);
                }
            });
        }
    }
}
