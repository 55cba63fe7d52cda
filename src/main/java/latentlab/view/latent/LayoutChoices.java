package latentlab.view.latent;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.map.MapMethod;
import latentlab.run.findings.LayoutWay;

/**
 * What the user chooses of a layout: how many images, and the numbers of its method. Few images offer fewer of them;
 * what was chosen comes back with more. Use only on the user interface's thread.
 */
final class LayoutChoices {
    private static final List<Integer> PERPLEXITIES = List.of(5, 10, 20, 30, 50, 100);
    private static final List<Integer> NEIGHBOURS = List.of(5, 10, 15, 30, 50, 100);
    private static final List<Double> DISTANCES = List.of(0.0, 0.05, 0.1, 0.25, 0.5, 0.8);
    private static final List<Integer> COUNTS = List.of(500, 1000, 2000, 5000, 10_000, 20_000);
    private static final int MOST_AT_FIRST = 5000;

    private final LayoutBar bar;
    /** What the user has chosen; few points get less. */
    private int perplexity = (int) TsneSettings.DEFAULT.perplexity();

    private int neighbours = UmapSettings.DEFAULT.neighbours();
    /** Whether the choices are being set by the program, not by the user. */
    private boolean showing;

    /** @param chosen runs whenever the user has chosen another */
    LayoutChoices(LayoutBar bar, Runnable chosen) {
        this.bar = bar;
        bar.perplexity.getItems().setAll(PERPLEXITIES);
        bar.perplexity.setValue(perplexity);
        bar.neighbours.getItems().setAll(NEIGHBOURS);
        bar.neighbours.setValue(neighbours);
        bar.distance.getItems().setAll(DISTANCES);
        bar.distance.setValue(UmapSettings.DEFAULT.minimalDistance());
        bar.perplexity.valueProperty().addListener((_, _, now) -> {
            perplexity = showing ? perplexity : now;
        });
        bar.neighbours.valueProperty().addListener((_, _, now) -> {
            neighbours = showing ? neighbours : now;
        });
        for (ComboBox<?> box : List.of(bar.perplexity, bar.neighbours, bar.distance, bar.count)) {
            box.valueProperty().addListener(_ -> {
                if (!showing) {
                    chosen.run();
                }
            });
        }
    }

    /** Offers what goes with so many test images. */
    void offer(int all) {
        List<Integer> counts = Stream.concat(COUNTS.stream().filter(each -> each < all), Stream.of(all))
                .toList();
        offer(bar.count, counts, MOST_AT_FIRST, all);
        int points = bar.count.getValue();
        int softly = (int) TsneSettings.fittingPerplexity(points);
        offer(bar.perplexity, PERPLEXITIES, softly, each -> 3 * each < points, perplexity);
        offer(
                bar.neighbours,
                NEIGHBOURS,
                UmapSettings.fittingNeighbours(points),
                each -> 2 * each <= points,
                neighbours);
    }

    /** Offers the numbers that go with so few points, and the greatest that fits where that is below the default. */
    private void offer(ComboBox<Integer> box, List<Integer> all, int fitting, IntPredicate goes, int chosen) {
        List<Integer> offered = Stream.concat(
                        all.stream().filter(each -> each <= fitting || goes.test(each)), Stream.of(fitting))
                .distinct()
                .sorted()
                .toList();
        offer(box, offered, chosen, fitting);
    }

    /** Offers other numbers where they have changed, and chooses the greatest up to one, or a certain one. */
    private void offer(ComboBox<Integer> box, List<Integer> offered, int most, int otherwise) {
        if (!offered.equals(box.getItems())) {
            showing = true;
            box.setValue(null);
            box.getItems().setAll(offered);
            box.setValue(offered.stream()
                    .filter(each -> each <= most)
                    .reduce((_, last) -> last)
                    .orElse(otherwise));
            showing = false;
        }
    }

    /** Images to lay out. */
    int count() {
        return bar.count.getValue();
    }

    /** The way that is chosen, of a new map. */
    LayoutWay way(MapMethod method) {
        return method == MapMethod.UMAP
                ? new LayoutWay.ByUmap(UmapSettings.DEFAULT
                        .withNeighbours(bar.neighbours.getValue())
                        .withMinimalDistance(bar.distance.getValue()))
                : new LayoutWay.ByTsne(TsneSettings.DEFAULT.withPerplexity(bar.perplexity.getValue()));
    }
}
