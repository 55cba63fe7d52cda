package latentlab.view.reconstruction;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import latentlab.data.Dataset;
import latentlab.run.Run;
import latentlab.session.ImageErrors;
import latentlab.view.LatestOnly;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.reconstruction.Enlarged.Part;

/** Shows one image of the grid large, at the epoch that is shown, and its error at all of them. */
final class EnlargedController {
    private final ViewContext context;
    private final Texts texts;
    private final EnlargedCard card;
    private final LatestOnly reconstruction;
    private final LatestOnly looking;
    private Run run;
    private int image = -1;
    private ImageErrors errors;
    private ImageErrors.Known known;
    private Enlarged shown;

    EnlargedController(ViewContext context) {
        this.context = context;
        texts = context.texts();
        card = new EnlargedCard(texts, context.colours(), context.model()::select);
        reconstruction = context.ofEpoch();
        looking = context.latestOnly();
        context.shown().subscribe(_ -> follow());
        context.model().history().addListener((InvalidationListener) _ -> look());
        card.pixels.pixelProperty().subscribe(_ -> read());
        texts.messagesProperty().subscribe(this::describe);
    }

    /** @param above where on the screen the card's arrow points */
    void show(Node owner, Point2D above, int testImage) {
        image = testImage;
        run = null;
        card.show(owner, above);
        follow();
    }

    void hide() {
        card.hide();
    }

    private void follow() {
        ShownEpoch now = context.shown().getValue();
        if (now == null || !card.showing()) {
            reconstruction.forget();
            looking.forget();
            run = null;
            return;
        }
        if (image >= now.run().dataset().test().count()) {
            card.hide();
            return;
        }
        if (now.run() != run) {
            run = now.run();
            errors = new ImageErrors(run, image);
            known = null;
            looking.forget();
            look();
        }
        int wanted = image;
        reconstruction.request(() -> Enlarged.of(now.run(), now.epoch(), wanted), made -> {
            shown = made;
            card.pixels.show(made);
            card.curve.mark(made.epoch());
            describe();
        });
    }

    /** Goes on looking at epochs, a few at a time, so that what is known of the others is seen meanwhile. */
    private void look() {
        if (!card.showing() || errors == null || looking.pending()) {
            return;
        }
        looking.request(errors::more, found -> {
            known = found;
            card.curve.show(found.errors(), found.epochs());
            describe();
            if (!found.complete() || context.model().history().size() > found.epochs()) {
                look();
            }
        });
    }

    private void describe() {
        if (shown == null || run == null) {
            return;
        }
        Dataset dataset = run.dataset();
        int label = dataset.test().label(shown.image());
        card.title.setText(texts.get(
                "view.reconstruction.enlarged.title", label < 0 ? "–" : dataset.className(label), shown.image()));
        String now = texts.get("view.reconstruction.enlarged.error", shown.epoch(), shown.error());
        card.error.setText(
                known == null || known.complete()
                        ? now
                        : texts.get("view.reconstruction.enlarged.looking", now, known.looked(), known.epochs()));
        read();
    }

    private void read() {
        int pixel = card.pixels.pixelProperty().get();
        if (shown == null || pixel < 0) {
            card.readout.setText(texts.get("view.reconstruction.enlarged.hint"));
        } else {
            int width = shown.shape().width();
            String difference = IntStream.range(0, shown.shape().channels())
                    .mapToObj(channel -> texts.get(
                            "view.reconstruction.enlarged.difference",
                            shown.value(Part.RECONSTRUCTION, channel, pixel)
                                    - shown.value(Part.ORIGINAL, channel, pixel)))
                    .collect(Collectors.joining(" "));
            int row = Math.floorDiv(pixel, width);
            card.readout.setText(
                    shown.noisy() == null
                            ? texts.get(
                                    "view.reconstruction.enlarged.pixel",
                                    row,
                                    pixel % width,
                                    values(Part.ORIGINAL, pixel),
                                    values(Part.RECONSTRUCTION, pixel),
                                    difference)
                            : texts.get(
                                    "view.reconstruction.enlarged.pixel.noisy",
                                    row,
                                    pixel % width,
                                    values(Part.ORIGINAL, pixel),
                                    values(Part.NOISY, pixel),
                                    values(Part.RECONSTRUCTION, pixel),
                                    difference));
        }
        card.pixels.setAccessibleText(
                texts.get("view.reconstruction.enlarged.pixels", card.title.getText(), card.readout.getText()));
    }

    /** Of each channel. */
    private String values(Part part, int pixel) {
        return IntStream.range(0, shown.shape().channels())
                .mapToObj(channel -> texts.get("view.reconstruction.enlarged.exact", shown.value(part, channel, pixel)))
                .collect(Collectors.joining(" "));
    }
}
