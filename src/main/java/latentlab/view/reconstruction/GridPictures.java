package latentlab.view.reconstruction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.model.Reconstructions;
import latentlab.figure.ImageGridFigure.Numbers;
import latentlab.figure.ImageGridFigure.Row;
import latentlab.figure.ImageGridFigure.Scale;
import latentlab.figure.ImageStrip;
import latentlab.figure.WeightStrip;
import latentlab.figure.look.ImageLook;
import latentlab.figure.look.WipedImages;
import latentlab.preferences.GridLook;
import latentlab.run.Run;
import latentlab.run.store.EpochStore;
import latentlab.session.EpochComparison.Pinned;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;

/**
 * What the grid shows of an epoch, ready to be painted: made in the background.
 *
 * @param epoch that the reconstructions are of
 * @param images shown, by their index among the test images
 * @param originals white on black, or however else they are to be seen; as are the others
 * @param noisy null where the model sees the originals
 * @param errors of the reconstructions; none before they are there
 * @param against what it is compared with; null for nothing
 * @param signed what reconstructions have more than originals or, of two epochs, B more than A; null where that is not
 *     shown
 */
record GridPictures(
        ShownEpoch epoch,
        int[] images,
        GridLook look,
        ImageStrip originals,
        ImageStrip noisy,
        ImageStrip reconstructed,
        double[] errors,
        Against against,
        WeightStrip signed) {
    /**
     * An epoch to compare with.
     *
     * @param images that its reconstructions are of
     */
    record Against(Pinned epoch, int[] images, Reconstructions made, ImageStrip reconstructed) {
        boolean of(Pinned other, int[] wanted) {
            return epoch.equals(other) && Arrays.equals(images, wanted);
        }
    }

    /** @return the originals, before their reconstructions are there */
    static GridPictures waiting(ShownEpoch epoch, int[] images, GridLook look) {
        ImageSet test = epoch.run().dataset().test();
        byte[] pixels = test.pixelsOf(images);
        ImageLook shown = shown(look);
        return new GridPictures(
                epoch,
                images,
                look,
                shown.of(pixels, test.shape()),
                null,
                shown.of(new byte[pixels.length], test.shape()),
                new double[0],
                null,
                look.signedError() ? shown.difference(pixels, pixels, test.shape()) : null);
    }

    /**
     * Takes its time: not for the user interface's thread.
     *
     * @param pinned to compare with; null for nothing
     * @param known what has been computed of that before; null for nothing
     */
    static GridPictures of(ShownEpoch epoch, int[] images, GridLook look, Pinned pinned, Against known) {
        Run run = epoch.run();
        ImageSet test = run.dataset().test();
        ImageShape shape = test.shape();
        ImageLook shown = shown(look);
        byte[] pixels = test.pixelsOf(images);
        Reconstructions made = run.reconstruct(epoch.epoch(), images);
        Against against = pinned == null ? null : against(pinned, images, known, shown);
        WeightStrip signed = null;
        if (against != null) {
            signed = shown.difference(against.made().pixels(), made.pixels(), shape);
        } else if (look.signedError()) {
            signed = shown.difference(pixels, made.pixels(), shape);
        }
        return new GridPictures(
                epoch,
                images,
                look,
                shown.of(pixels, shape),
                made.noisy() == null ? null : shown.of(made.noisy(), shape),
                shown.of(made.pixels(), shape),
                made.errors(),
                against,
                signed);
    }

    private static ImageLook shown(GridLook look) {
        return new ImageLook(look.smooth(), look.mapped());
    }

    /** Computed once; of an epoch that has been dropped meanwhile, of the last one before it that is kept. */
    private static Against against(Pinned pinned, int[] images, Against known, ImageLook shown) {
        Run run = pinned.run();
        ImageShape shape = run.dataset().test().shape();
        if (known != null && known.of(pinned, images)) {
            return new Against(
                    pinned, images, known.made(), shown.of(known.made().pixels(), shape));
        }
        try {
            Reconstructions made = run.reconstruct(pinned.epoch(), images);
            return new Against(pinned, images, made, shown.of(made.pixels(), shape));
        } catch (EpochStore.Dropped _) {
            int kept = run.epochs().kept(pinned.epoch());
            return against(new Pinned(run, run.history().get(kept)), images, null, shown);
        }
    }

    int count() {
        return images.length;
    }

    boolean wiped() {
        return against != null && look.wipe();
    }

    /** The row in which two epochs share each image; meaningless unless they do. */
    int wipedRow() {
        return noisy == null ? 1 : 2;
    }

    int rowCount() {
        return 2 + (noisy == null ? 0 : 1) + (signed == null ? 0 : 1) + (against == null || look.wipe() ? 0 : 1);
    }

    int lineCount() {
        return against == null ? 1 : 2;
    }

    /** @param divider place of the divider in each image, 0 to 1 */
    List<Row> rows(Texts texts, double divider) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(texts.get("view.reconstruction.originals"), originals));
        if (noisy != null) {
            rows.add(new Row(texts.get("view.reconstruction.noisy"), noisy));
        }
        if (against == null) {
            rows.add(new Row(texts.get("view.reconstruction.reconstructions"), reconstructed));
        } else {
            int a = against.epoch().epoch();
            if (look.wipe()) {
                rows.add(new Row(
                        texts.get("view.reconstruction.wiped", a, epoch.epoch()),
                        new WipedImages(against.reconstructed(), reconstructed, divider)));
            } else {
                rows.add(new Row(texts.get("view.reconstruction.a", a), against.reconstructed()));
                rows.add(new Row(texts.get("view.reconstruction.b", epoch.epoch()), reconstructed));
            }
        }
        if (signed != null) {
            rows.add(new Row(
                    texts.get(against == null ? "view.reconstruction.signed" : "view.reconstruction.difference"),
                    signed,
                    new Scale(ImageLook.ramp(epoch.run().dataset().test().shape()), "−1", "+1")));
        }
        return rows;
    }

    List<Numbers> numbers(Texts texts) {
        Numbers own = new Numbers(
                errors,
                error -> texts.get(
                        against == null ? "view.reconstruction.error" : "view.reconstruction.error.after", error));
        return against == null
                ? List.of(own)
                : List.of(
                        new Numbers(against.made().errors(), error -> texts.get("view.reconstruction.error", error)),
                        own);
    }
}
