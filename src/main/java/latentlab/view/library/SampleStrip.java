package latentlab.view.library;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javafx.scene.layout.Region;
import latentlab.run.file.RunSamples;
import latentlab.run.file.RunSamples.Sample;
import latentlab.view.paint.FigureCanvas;
import latentlab.view.paint.InkStrip;

/** A run's test images with their last reconstructions below them, as many as there is room for. */
final class SampleStrip extends Region {
    private static final double SIDE = 30;
    private static final double GAP = 2;

    private final FigureCanvas canvas = new FigureCanvas();
    private int count;
    private InkStrip originals;
    private InkStrip reconstructions;

    SampleStrip() {
        getStyleClass().add("run-samples");
        getChildren().add(canvas);
        setMinWidth(USE_PREF_SIZE);
    }

    /** @return the width that so many images take */
    static double width(int images) {
        return images * (SIDE + GAP) - GAP;
    }

    void show(RunSamples samples) {
        List<Sample> all = samples.samples();
        count = all.size();
        ByteArrayOutputStream above = new ByteArrayOutputStream();
        ByteArrayOutputStream below = new ByteArrayOutputStream();
        for (Sample each : all) {
            above.writeBytes(each.original());
            below.writeBytes(each.reconstruction());
        }
        originals = new InkStrip(above.toByteArray(), samples.shape());
        reconstructions = new InkStrip(below.toByteArray(), samples.shape());
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2 * SIDE + GAP;
    }

    /** Paints during layout, so that any number of changes in a pulse are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        int shown = Math.min(count, (int) ((getWidth() + GAP) / (SIDE + GAP)));
        for (int i = 0; i < shown; i++) {
            double x = i * (SIDE + GAP);
            originals.paint(canvas.getGraphicsContext2D(), i, x, 0, SIDE);
            reconstructions.paint(canvas.getGraphicsContext2D(), i, x, SIDE + GAP, SIDE);
        }
    }
}
