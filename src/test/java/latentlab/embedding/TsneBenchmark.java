package latentlab.embedding;

import latentlab.RealMnist;
import latentlab.data.Dataset;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * Prints how long the first N of MNIST's test images, or of the test and then the training images, take from pixels to
 * map, and how good the map is. Arguments: N, repetitions in this JVM, iterations, "exact" or "grid" for one way of
 * repulsion.
 *
 * <pre>
 * LATENT_LAB_MNIST=... ./mvnw -q test-compile exec:exec@benchmark \
 *     -Dbenchmark.main=latentlab.embedding.TsneBenchmark -Dapp.args="10000 1"
 * </pre>
 */
final class TsneBenchmark {
    private TsneBenchmark() {}

    public static void main(String[] args) throws Problem {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        int iterations = args.length > 2 ? Integer.parseInt(args[2]) : TsneSettings.ITERATIONS;
        boolean grid = args.length > 3 ? args[3].equals("grid") : count >= Tsne.GRID;
        Dataset mnist = RealMnist.load();
        int size = mnist.test().size();
        float[] points = new float[count * size];
        for (int i = 0; i < count; i++) {
            int test = mnist.test().count();
            for (int place = 0; place < size; place++) {
                points[i * size + place] =
                        i < test ? mnist.test().ink(i, place) : mnist.train().ink(i - test, place);
            }
        }
        for (int r = 0; r < repetitions; r++) {
            long start = System.nanoTime();
            try (Tsne tsne = Tsne.of(points, size, TsneSettings.DEFAULT, grid, Progress.NONE)) {
                double prepared = since(start);
                StringBuilder pace = new StringBuilder();
                for (int done = 0; done < iterations; done += 50) {
                    long from = System.nanoTime();
                    tsne.iterate(50, () -> false);
                    pace.append(String.format(" %.1f", since(from) * 1000 / 50));
                }
                double seconds = since(start);
                System.out.printf(
                        "n %d prepared %.2f s, total %.2f s, KL %.4f, ms an iteration:%s%n",
                        count, prepared, seconds, tsne.divergence(), pace);
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
