package latentlab.data.digits;

import latentlab.RealMnist;
import latentlab.data.Dataset;
import latentlab.text.Progress;

/**
 * Prints how long all the built-in digits take in a new JVM, and how many images three nearest neighbours among 10,000
 * recognise: of the digits and, where there is MNIST, of MNIST by the digits and by its own training images.
 *
 * <pre> LATENT_LAB_MNIST=... ./mvnw -q test-compile exec:exec@benchmark
 * -Dbenchmark.main=latentlab.data.digits.DigitsBenchmark
 * </pre>
 */
final class DigitsBenchmark {
    private static final int LEARNT = 10_000;

    private DigitsBenchmark() {}

    public static void main(String[] args) {
        long start = System.nanoTime();
        Dataset digits = BuiltInDigits.create(Progress.NONE);
        double seconds = (System.nanoTime() - start) * 1e-9;
        System.out.printf(
                "%,d digits in %.2f s%n", digits.train().count() + digits.test().count(), seconds);

        NearestNeighbours learnt = new NearestNeighbours(digits.train(), LEARNT);
        System.out.printf("their own test images: %.4f%n", learnt.accuracy(digits.test()));
        if (System.getenv("LATENT_LAB_MNIST") != null) {
            Dataset mnist = RealMnist.load();
            System.out.printf("MNIST's test images: %.4f%n", learnt.accuracy(mnist.test()));
            System.out.printf(
                    "the same by MNIST's training images: %.4f%n",
                    new NearestNeighbours(mnist.train(), LEARNT).accuracy(mnist.test()));
        }
    }
}
