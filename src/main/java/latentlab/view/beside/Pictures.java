package latentlab.view.beside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.data.ImageSet;
import latentlab.engine.model.Filters;
import latentlab.engine.model.Reconstructions;
import latentlab.figure.ImageStrip;
import latentlab.figure.WeightStrip;
import latentlab.map.MapChoice;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;
import latentlab.run.Run;
import latentlab.view.beside.OpenRuns.Opened;

/**
 * What is shown of all runs at one epoch number.
 *
 * @param asked the epoch asked for
 * @param epochs the one that each run shows: its last if it has fewer, the last kept one before if that is not kept
 * @param of each run
 */
record Pictures(int asked, int[] epochs, List<Picture> of) {
    /** What is shown of one run. */
    sealed interface Picture {}

    /**
     * @param noisy what the model saw instead of the originals; null where it sees these
     * @param rows of images over each other that there is room for, in all runs
     */
    record Samples(ImageStrip originals, ImageStrip noisy, ImageStrip reconstructed, double[] errors, int rows)
            implements Picture {}

    record Places(MapPoints points) implements Picture {}

    /** @param weights of each bank */
    record Weights(Filters filters, List<WeightStrip> weights) implements Picture {}

    /**
     * @param wanted whether they are still asked for
     * @throws CancellationException if they are not
     */
    static Pictures of(List<Opened> runs, Shows what, int asked, BooleanSupplier wanted) {
        int[] epochs = runs.stream()
                .mapToInt(each -> each.run().epochs().kept(Math.min(asked, each.last())))
                .toArray();
        List<Picture> pictures =
                switch (what) {
                    case GRID -> grids(runs, epochs, wanted);
                    case MAP -> maps(runs, epochs, wanted);
                    case FILTERS -> filters(runs, epochs, wanted);
                };
        return new Pictures(asked, epochs, pictures);
    }

    private static Run wantedOf(Opened opened, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException(
                    "nobody waits for the picture of " + opened.entry().name());
        }
        return opened.run();
    }

    private static List<Picture> grids(List<Opened> runs, int[] epochs, BooleanSupplier wanted) {
        List<Reconstructions> made = new ArrayList<>();
        for (int i = 0; i < epochs.length; i++) {
            Run run = wantedOf(runs.get(i), wanted);
            made.add(run.reconstruct(epochs[i], run.samples()));
        }
        int rows = made.stream().anyMatch(each -> each.noisy() != null) ? 3 : 2;
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < epochs.length; i++) {
            Run run = runs.get(i).run();
            Reconstructions its = made.get(i);
            ImageSet test = run.dataset().test();
            pictures.add(new Samples(
                    new ImageStrip(test.pixelsOf(run.samples()), test.shape()),
                    its.noisy() == null ? null : new ImageStrip(its.noisy(), test.shape()),
                    new ImageStrip(its.pixels(), test.shape()),
                    its.errors(),
                    rows));
        }
        return pictures;
    }

    private static List<Picture> maps(List<Opened> runs, int[] epochs, BooleanSupplier wanted) {
        List<MapPoints> maps = new ArrayList<>();
        for (int i = 0; i < epochs.length; i++) {
            Run run = wantedOf(runs.get(i), wanted);
            maps.add(MapPoints.of(
                    run, epochs[i], MapChoice.forDimension(run.model().latent()), wanted));
        }
        List<Picture> pictures = new ArrayList<>();
        for (MapPoints map : onOneScale(maps)) {
            pictures.add(new Places(map));
        }
        return pictures;
    }

    /**
     * Each about its own middle, but with as many points of the screen to a unit of one code as to that of another, so
     * that the spread of one map can be compared with another's: among those of one kind of axes.
     */
    private static List<MapPoints> onOneScale(List<MapPoints> maps) {
        Map<Kind, double[]> longest = new EnumMap<>(Kind.class);
        for (MapPoints map : maps) {
            double[] length = longest.computeIfAbsent(map.kind(), _ -> new double[2]);
            length[0] = Math.max(length[0], map.xRange().length());
            length[1] = Math.max(length[1], map.yRange().length());
        }
        return maps.stream()
                .map(map -> map.within(
                        wide(map.xRange(), longest.get(map.kind())[0]), wide(map.yRange(), longest.get(map.kind())[1])))
                .toList();
    }

    private static Range wide(Range range, double length) {
        return new Range(range.middle() - length / 2, range.middle() + length / 2);
    }

    /** In the colours of one scale, which is that of all epochs. */
    private static List<Picture> filters(List<Opened> runs, int[] epochs, BooleanSupplier wanted) {
        float greatest = 0;
        for (Opened each : runs) {
            greatest = Math.max(greatest, each.run().greatestWeight(wanted));
        }
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < epochs.length; i++) {
            Filters filters = wantedOf(runs.get(i), wanted).filters(epochs[i]);
            float most = greatest;
            pictures.add(new Weights(
                    filters,
                    filters.banks().stream()
                            .map(bank -> new WeightStrip(bank.weights(), most, filters.shape(), WeightStrip.TOGETHER))
                            .toList()));
        }
        return pictures;
    }

    @Override
    public String toString() {
        return "epoch " + asked + " as " + Arrays.toString(epochs);
    }
}
