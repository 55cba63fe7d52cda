package latentlab.embedding.umap;

import java.util.Arrays;
import latentlab.RealMnist;
import latentlab.data.Dataset;
import latentlab.embedding.MapQuality;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * Prints how long the first N of MNIST's test images, or of the test and then the training images, take from pixels to
 * map, and how good the map is. Arguments: N, repetitions in this JVM.
 *
 * <pre>
 * LATENT_LAB_MNIST=... ./mvnw -q test-compile exec:exec@benchmark \
 *     -Dbenchmark.main=latentlab.embedding.umap.UmapBenchmark -Dapp.args="10000 1"
 * </pre>
 */
final class UmapBenchmark {
    private UmapBenchmark() {}

    public static void main(String[] args) throws Problem {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        Dataset mnist = RealMnist.load();
        int size = mnist.test().size();
        int test = mnist.test().count();
        float[] points = new float[count * size];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i < test ? mnist.test().label(i) : mnist.train().label(i - test);
            for (int place = 0; place < size; place++) {
                points[i * size + place] =
                        i < test ? mnist.test().ink(i, place) : mnist.train().ink(i - test, place);
            }
        }
        UmapSettings settings = UmapSettings.DEFAULT.withEpochs(UmapSettings.fittingEpochs(count));
        for (int r = 0; r < repetitions; r++) {
            long start = System.nanoTime();
            try (Umap umap = Umap.of(points, size, settings, Progress.NONE)) {
                double prepared = since(start);
                StringBuilder pace = new StringBuilder();
                while (umap.epoch() < umap.planned()) {
                    long from = System.nanoTime();
                    umap.iterate(50, () -> false);
                    pace.append(String.format(" %.1f", since(from) * 1000 / 50));
                }
                System.out.printf(
                        "n %d prepared %.2f s, total %.2f s, ms an epoch:%s%n", count, prepared, since(start), pace);
                float[] map = umap.positions();
                float[] sorted = map.clone();
                Arrays.sort(sorted);
                System.out.printf("places from %.2f to %.2f%n", sorted[0], sorted[sorted.length - 1]);
                System.out.println(MapQuality.of(map, points, size, labels, Progress.NONE));
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
