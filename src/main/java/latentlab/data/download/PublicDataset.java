package latentlab.data.download;

import static latentlab.data.download.RemoteFile.Hashed.PACKED;
import static latentlab.data.download.RemoteFile.Hashed.UNPACKED;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import latentlab.data.Split;
import latentlab.data.cifar.CifarArchive;
import latentlab.data.idx.IdxArray;
import latentlab.data.idx.IdxContent;
import latentlab.data.idx.IdxFile;
import latentlab.data.idx.IdxFiles;
import latentlab.text.Problem;

/**
 * A dataset that mirrors on the internet offer as gzip files of one kind.
 *
 * @param <T> what each of the files holds
 * @param origin what it is called on the command line and in the cache
 * @param brand what it is called
 * @param classNames by label
 * @param mirrors folders with the files, the one to be tried first in front
 * @param files in the order in which they are fetched
 * @param parts makes training and test images of what they hold
 */
public record PublicDataset<T>(
        String origin,
        String brand,
        List<String> classNames,
        List<URI> mirrors,
        List<RemoteFile<T>> files,
        Parts<T> parts) {
    /** How the files of a dataset become images. */
    @FunctionalInterface
    public interface Parts<T> {
        /**
         * @param contents of the files, in their order
         * @param folder where they lie, for sentences
         * @throws Problem if they do not belong together
         */
        Split of(List<T> contents, Path folder) throws Problem;
    }

    /** Y. LeCun, C. Cortes, C. J. C. Burges: The MNIST database of handwritten digits. */
    private static final PublicDataset<IdxArray> MNIST = idx(
            "mnist",
            "MNIST",
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            mirrors(
                    "https://ossci-datasets.s3.amazonaws.com/mnist/",
                    "https://storage.googleapis.com/cvdf-datasets/mnist/"),
            files(
                    UNPACKED,
                    new long[] {9_912_422, 28_881, 1_648_877, 4_542},
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

    /** H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST, arXiv:1708.07747. */
    private static final PublicDataset<IdxArray> FASHION = idx(
            "fashion",
            "Fashion-MNIST",
            List.of(
                    "T-shirt/top",
                    "Trouser",
                    "Pullover",
                    "Dress",
                    "Coat",
                    "Sandal",
                    "Shirt",
                    "Sneaker",
                    "Bag",
                    "Ankle boot"),
            mirrors(
                    "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/"
                            + "b2617bb6d3ffa2e429640350f613e3291e10b141/data/fashion/",
                    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
            files(
                    PACKED,
                    new long[] {26_421_880, 29_515, 4_422_102, 5_148},
                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

    /** T. Clanuwat et al.: Deep Learning for Classical Japanese Literature, arXiv:1812.01718. */
    private static final PublicDataset<IdxArray> KMNIST = idx(
            "kmnist",
            "KMNIST",
            List.of("お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"),
            mirrors(
                    "https://codh.rois.ac.jp/kmnist/dataset/kmnist/",
                    // The first has been out of reach for long; this is a copy in a course's repository, pinned.
                    "https://raw.githubusercontent.com/zzc18765/AiPremiumClass/"
                            + "2187a1b6168b317230cb0d942ab8817aa94e1c89/week3_codes/data/KMNIST/raw/"),
            files(
                    PACKED,
                    new long[] {18_165_135, 29_497, 3_041_136, 5_120},
                    "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4",
                    "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17",
                    "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5",
                    "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c"));

    /** A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images, 2009. */
    private static final PublicDataset<Split> CIFAR10 = new PublicDataset<>(
            "cifar10",
            "CIFAR-10",
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"),
            mirrors("https://www.cs.toronto.edu/~kriz/"),
            List.of(new RemoteFile<>(
                    "cifar-10-binary.tar.gz",
                    CifarArchive::read,
                    170_052_171,
                    PACKED,
                    "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")),
            (contents, _) -> contents.getFirst());

    public static final List<PublicDataset<?>> ALL = List.of(MNIST, FASHION, KMNIST, CIFAR10);

    private static List<URI> mirrors(String... folders) {
        return Stream.of(folders).map(URI::create).toList();
    }

    /**
     * A dataset of four IDX files.
     *
     * @param files training images and labels, test images and labels
     */
    public static PublicDataset<IdxArray> idx(
            String origin, String brand, List<String> classNames, List<URI> mirrors, List<RemoteFile<IdxArray>> files) {
        return new PublicDataset<>(
                origin,
                brand,
                classNames,
                mirrors,
                files,
                (arrays, folder) -> IdxFiles.split(arrays.get(0), arrays.get(1), arrays.get(2), arrays.get(3), folder));
    }

    /** How an IDX file is read. */
    public static RemoteFile.Content<IdxArray> idx(IdxContent content) {
        return (file, unpacked, progress) -> IdxFile.read(file, content, unpacked, progress);
    }

    private static List<RemoteFile<IdxArray>> files(RemoteFile.Hashed hashed, long[] bytes, String... sums) {
        RemoteFile.Content<IdxArray> images = idx(IdxContent.IMAGES);
        RemoteFile.Content<IdxArray> labels = idx(IdxContent.LABELS);
        return List.of(
                new RemoteFile<>("train-images-idx3-ubyte.gz", images, bytes[0], hashed, sums[0]),
                new RemoteFile<>("train-labels-idx1-ubyte.gz", labels, bytes[1], hashed, sums[1]),
                new RemoteFile<>("t10k-images-idx3-ubyte.gz", images, bytes[2], hashed, sums[2]),
                new RemoteFile<>("t10k-labels-idx1-ubyte.gz", labels, bytes[3], hashed, sums[3]));
    }
}
