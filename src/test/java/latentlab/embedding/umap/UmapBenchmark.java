package latentlab.embedding.umap;

import latentlab.RealMnist;
import latentlab.data.Dataset;
import latentlab.embedding.MapQuality;
import latentlab.embedding.NeighbourSearch;
import latentlab.embedding.Workers;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * Prints how long the first N of MNIST's test images, or of the test and then the training images, take from pixels to
 * map, and how good the map is. Arguments: N, repetitions in this JVM, each with a seed of its own, and "loop" to lay
 * out the same graph from the same start by umap-learn's loop too.
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
        boolean loop = args.length > 2 && args[2].equals("loop");
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
        for (int seed = 1; seed <= repetitions; seed++) {
            UmapSettings settings = UmapSettings.DEFAULT
                    .withEpochs(UmapSettings.fittingEpochs(count))
                    .withSeed(seed);
            long start = System.nanoTime();
            double busy = processors();
            try (Umap umap = Umap.of(points, size, settings, Progress.NONE)) {
                double prepared = since(start);
                float[] first = umap.positions();
                umap.iterate(settings.epochs(), () -> false);
                System.out.printf(
                        "n %d seed %d prepared %.2f s, total %.2f s, processors' time %.2f s%n",
                        count, seed, prepared, since(start), processors() - busy);
                print("ours", MapQuality.of(umap.positions(), points, size, labels, Progress.NONE));
                if (loop) {
                    print(
                            "loop",
                            MapQuality.of(loop(points, size, first, settings), points, size, labels, Progress.NONE));
                }
            }
        }
    }

    private static float[] loop(float[] points, int size, float[] first, UmapSettings settings) {
        try (Workers workers = new Workers()) {
            FuzzyGraph graph = FuzzyGraph.of(
                    NeighbourSearch.of(
                            points, size, settings.neighbours() - 1, settings.seed(), workers, Progress.NONE),
                    workers);
            return LoopOfUmapLearn.run(graph, first, settings);
        }
    }

    private static void print(String who, MapQuality quality) {
        System.out.printf(
                "%s: accuracy %.4f (pixels %.4f), trustworthiness %.4f, neighbours kept %.4f%n",
                who, quality.accuracy(), quality.originalAccuracy(), quality.trustworthiness(), quality.preservation());
    }

    /** Time that this process has had on all processors: less blurred by others than that on the clock. */
    private static double processors() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() * 1e-3;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
