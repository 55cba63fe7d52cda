package latentlab.view.draw;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.digits.Drawing;
import latentlab.engine.model.Reconstructions;
import latentlab.run.Run;
import latentlab.session.Exploration;
import latentlab.session.UnitRanges;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;
import latentlab.view.paint.ImagePixels;

/** Shows what the model of the selected epoch makes of the drawing, while the user draws. */
final class DrawController {
    /**
     * The model's response to a drawing.
     *
     * @param seen the pixels the model gets: with noise if it is a denoising model
     */
    private record Answer(
            UnitRanges ranges, ImageSet image, byte[] seen, Reconstructions reconstruction, float[] code) {}

    private final DrawView view;
    private final Exploration exploration;
    private final Texts texts;
    private final LatestOnly computation;
    private final Tooltip unitTooltip = new Tip();
    /** A reference, since a binding without one is garbage-collected. */
    private final ObservableValue<ShownEpoch> selected;
    /** Whether the images are in colour, which cannot be drawn here. */
    private final ObservableValue<Boolean> inColour;

    private final ObjectProperty<Answer> shown = new SimpleObjectProperty<>();
    /** Ranges for the epoch asked last, reused while the user draws. Accessed by computations only, one at a time. */
    private volatile UnitRanges ranges;

    DrawController(DrawView view, ViewContext context) {
        this.view = view;
        exploration = context.exploration();
        texts = context.texts();
        computation = context.ofEpoch();
        ObservableValue<Boolean> empty = view.pad.drawingProperty().map(Drawing::isEmpty);
        // Of the run that answers, whatever data the next one will have.
        inColour = context.model()
                .runProperty()
                .map(run -> !run.dataset().shape().grey())
                .orElse(false);
        view.pad.disableProperty().bind(inColour);
        view.undo.disableProperty().bind(empty);
        view.clear.disableProperty().bind(empty);
        view.answer.visibleProperty().bind(shown.isNotNull());
        view.invitation
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> empty.getValue() || inColour.getValue(), empty, inColour));
        view.invitation
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(inColour.getValue() ? "view.draw.grey" : "view.draw.invite"),
                        inColour,
                        texts.messagesProperty()));
        view.undo.setOnAction(_ -> view.pad.undo());
        view.clear.setOnAction(_ -> view.pad.clear());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        view.header().addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        Tooltip help = new Tip();
        help.textProperty().bind(texts.bind("view.draw.pad.help"));
        Tooltip.install(view.pad, help);
        // Not bound: what has been copied is said there for a moment.
        help.textProperty().subscribe(view.pad::setAccessibleHelp);
        view.pad
                .accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "view.draw.pad.told",
                                view.pad.drawingProperty().get().strokes().size()),
                        view.pad.drawingProperty(),
                        texts.messagesProperty()));
        view.error
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> shown.get() == null
                                ? ""
                                : texts.get(
                                        "view.draw.error",
                                        shown.get().reconstruction.errors()[0]),
                        shown,
                        texts.messagesProperty()));
        Tooltip.install(view.code, unitTooltip);
        unitTooltip
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::describeUnit, shown, view.code.pointedProperty(), texts.messagesProperty()));
        view.code
                .accessibleTextProperty()
                .bind(Bindings.createStringBinding(this::describeAll, shown, texts.messagesProperty()));
        selected = context.shown();
        selected.subscribe(_ -> refresh());
        view.pad.drawingProperty().subscribe(_ -> refresh());
        view.visibleProperty().subscribe(_ -> refresh());
    }

    private void take(KeyEvent event) {
        if (DrawView.UNDO.match(event)) {
            view.pad.undo();
            event.consume();
        } else if (DrawView.CLEAR.match(event)) {
            view.pad.clear();
            event.consume();
        }
    }

    private void refresh() {
        ShownEpoch selection = selected.getValue();
        Drawing drawing = view.pad.drawingProperty().get();
        if (!view.isVisible()
                || selection == null
                || drawing.isEmpty()
                || !selection.run().dataset().shape().grey()) {
            computation.forget();
            shown.set(null);
            exploration.showDrawn(null);
        } else {
            computation.request(() -> answer(selection.run(), selection.epoch(), drawing), this::show);
        }
    }

    private Answer answer(Run run, int epoch, Drawing drawing) {
        UnitRanges known = ranges;
        if (known == null || !known.isOf(run, epoch)) {
            known = UnitRanges.of(run, epoch);
            ranges = known;
        }
        ImageSet image = drawing.image(run.model().height(), run.model().width());
        Reconstructions reconstruction = run.reconstruct(epoch, image);
        byte[] seen = reconstruction.noisy() == null ? image.pixels() : reconstruction.noisy();
        return new Answer(known, image, seen, reconstruction, run.latent(epoch, image));
    }

    private void show(Answer answer) {
        ImageShape shape = answer.image.shape();
        view.seen.setImage(ImagePixels.of(answer.seen, 0, shape));
        view.reconstructed.setImage(ImagePixels.of(answer.reconstruction.pixels(), 0, shape));
        view.code.show(answer.ranges, answer.code);
        shown.set(answer);
        exploration.showDrawn(answer.image);
    }

    private String describeUnit() {
        int unit = view.code.pointedProperty().get();
        return shown.get() == null || unit < 0 || unit >= shown.get().code.length
                ? texts.get("view.draw.code.help")
                : describe(shown.get(), unit);
    }

    private String describe(Answer answer, int unit) {
        return texts.get(
                "view.draw.unit",
                unit + 1,
                answer.code[unit],
                answer.ranges.low()[unit],
                answer.ranges.high()[unit]);
    }

    /** Describes the bars for users who cannot see them. */
    private String describeAll() {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("view.draw.code.help"));
        for (int unit = 0; shown.get() != null && unit < shown.get().code.length; unit++) {
            lines.add(describe(shown.get(), unit));
        }
        return String.join("\n", lines);
    }
}
