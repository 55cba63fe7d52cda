package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.Problems;
import latentlab.data.Said;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How training and test images come about from the folders they lie in, and that it is said. */
class PartsOfFoldersTest extends FolderOfImages {
    private void writeClasses(String place, int each, String... classes) throws Exception {
        for (String name : classes) {
            writePngs(place + "/" + name, each);
        }
    }

    private static void assertCounts(Dataset dataset, int train, int test, String... classes) {
        assertThat(dataset.train().count()).as("training images").isEqualTo(train);
        assertThat(dataset.test().count()).as("test images").isEqualTo(test);
        assertThat(dataset.classNames()).containsExactly(classes);
    }

    private static List<String> reasons(Dataset dataset) {
        return dataset.account().leftOut().stream()
                .map(some -> some.reason().key() + " " + some.count())
                .toList();
    }

    private static List<String> said(Dataset dataset) {
        return dataset.account().parts().stream().map(Sentence::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "train, test",
        "training, testing",
        "Train, Test",
        "TRAINING, TESTİNG",
        "trn, tst",
        "train, eval",
        "train2017, val2017",
        "training_set, test_set",
        "trainImages, testImages",
        "traindata, testdata",
        "seg_train/seg_train, seg_test/seg_test",
        "letters-train, letters-t10k",
        "ｔｒａｉｎ, ｔｅｓｔ",
        "訓練, テスト",
        "学習用データ, 検証用データ",
        "訓練データ, 評価データ",
        "トレーニング, テスト",
        "ﾄﾚｰﾆﾝｸﾞ, ﾃｽﾄ",
        "训练集, 测试集",
        "my_images/train, my_images/test",
        "a/b/c/Training Data, a/b/c/Test Data",
        "images/train/images, images/validation/images",
        "valid, test",
    })
    void twoParts(String train, String test) throws Exception {
        writeClasses(train, 3, "a", "b");
        writeClasses(test, 2, "a", "b");
        Dataset dataset = open();
        assertCounts(dataset, 6, 4, "a", "b");
        assertThat(dataset.account().leftOut()).isEmpty();
        Sentence given = dataset.account().parts().getFirst();
        assertThat(given.key()).isEqualTo("data.parts.given");
        assertThat(given.values()).contains(6, 4).doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "Training", "訓練", "wrapper/train", "data/images", "one/inside/another"})
    void onePartAloneOrAFolderAroundAll(String place) throws Exception {
        writeClasses(place, 3, "a", "b");
        Dataset dataset = open();
        assertCounts(dataset, 5, 1, "a", "b");
        assertThat(said(dataset)).first().isEqualTo("data.parts.heldOfClasses");
    }

    @Test
    void ofEveryClassImagesAreHeldBack() throws Exception {
        writeClasses("train", 6, "a", "b", "c", "d", "e", "f", "g");
        writeClasses("train", 2, "small");
        Dataset dataset = open();
        assertCounts(dataset, 36, 8, "a", "b", "c", "d", "e", "f", "g", "small");
        assertThat(dataset.test().labels()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void ofThreePartsTheValidationImagesJoinTheTrainingImages() throws Exception {
        writeClasses("train", 3, "a", "b");
        writeClasses("dev", 2, "a", "b");
        writeClasses("test", 1, "a", "b");
        Dataset dataset = open();
        assertCounts(dataset, 10, 2, "a", "b");
        assertThat(said(dataset)).containsExactly("data.parts.given", "data.parts.joins");
    }

    @Test
    void withoutATestPartTheValidationImagesAreIt() throws Exception {
        writeClasses("train", 3, "a", "b");
        writeClasses("valid", 2, "a", "b");
        Dataset dataset = open();
        assertCounts(dataset, 6, 4, "a", "b");
        assertThat(said(dataset)).containsExactly("data.parts.given", "data.parts.standsIn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "test/test", "test/images", "test/unknown"})
    void unlabelledTestImagesBesideLabelledOnesAreLeftOutAndOthersTested(String test) throws Exception {
        writeClasses("train", 3, "a", "b");
        writePngs(test, 12);
        Dataset held = open();
        assertCounts(held, 5, 1, "a", "b");
        assertThat(reasons(held)).containsExactly("data.left.unlabelled 12");
        assertThat(held.account().leftOut().getFirst().names()).contains(test + "/11.png");

        writeClasses("valid", 2, "a", "b");
        Dataset stoodIn = open();
        assertCounts(stoodIn, 6, 4, "a", "b");
        assertThat(reasons(stoodIn)).containsExactly("data.left.unlabelled 12");
        assertThat(said(stoodIn)).contains("data.parts.standsIn", "data.parts.unlabelled");
    }

    @Test
    void partsWithoutClassesAreParts() throws Exception {
        writePngs("train", 6);
        writePngs("test", 3);
        Dataset dataset = open();
        assertCounts(dataset, 6, 3);
        assertThat(dataset.train().labelled()).isFalse();
    }

    @Test
    void labelsFollowNamesAndAClassInOnePartAloneIsAWarning() throws Exception {
        List<String> names = List.of("0", "90", "180", "270", "45");
        for (String place : List.of("train/0", "train/90", "train/180", "train/270", "test/0", "test/90", "test/270")) {
            writeValue(place, names);
        }
        writeValue("test/45", names);
        Dataset dataset = open();
        assertCounts(dataset, 8, 8, "0", "45", "90", "180", "270");
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < set.count(); i++) {
                assertThat(dataset.className(set.label(i))).isEqualTo(names.get(set.pixels()[i * set.size()]));
            }
        }
        assertThat(dataset.account().warnings())
                .contains(Sentence.of("data.check.trainOnly", 1, "180"), Sentence.of("data.check.testOnly", 1, "45"));
    }

    /** Two pictures that show their class by their grey. */
    private void writeValue(String place, List<String> names) throws Exception {
        int value = names.indexOf(place.substring(place.indexOf('/') + 1));
        writePng(place + "/x", grey(4, 4, value));
        writePng(place + "/y", grey(4, 4, value));
    }

    @Test
    void partsInsideTheClasses() throws Exception {
        for (String name : List.of("cats", "dogs")) {
            writePngs(name + "/train", 4);
            writePngs(name + "/test", 2);
        }
        Dataset dataset = open();
        assertCounts(dataset, 8, 4, "cats", "dogs");
        assertThat(said(dataset)).containsExactly("data.parts.given", "data.parts.inClasses");
    }

    /** Whoever meant the inner folders to be the classes has to hear of it. */
    @Test
    void classesThatSeveralFoldersAreGatheredInAreNamed() throws Exception {
        for (String place : List.of("animal/cat", "animal/dog", "plant/tree", "plant", "stone/grey/round")) {
            writePngs(place, 4);
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("animal", "plant", "stone");
        assertThat(dataset.account().changed()).contains(Sentence.of("data.changed.gathered", 2, "animal, plant"));
        assertThat(Said.changed(dataset)).containsOnlyOnce("data.changed.gathered");
    }

    @Test
    void soAreThoseOfPartsButNotWhereAPartHasEachFolderOnce() throws Exception {
        for (String part : List.of("train", "test")) {
            for (int i = 10; i < 22; i++) {
                writePngs(part + "/c" + i + "/one", 2);
            }
        }
        assertThat(Said.changed(open())).doesNotContain("data.changed.gathered");
        for (int i = 10; i < 22; i++) {
            writePngs("test/c" + i + "/two", 2);
        }
        assertThat(open().account().changed())
                .contains(Sentence.of(
                        "data.changed.gathered", 12, "c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, …"));
    }

    /** Or the parts would be one, and what is for testing trained on. */
    @Test
    void anImageBesideClassesWithPartsChangesNothing() throws Exception {
        for (String name : List.of("cats", "dogs")) {
            writePngs(name + "/train", 6);
            writePngs(name + "/test", 3);
        }
        writePng("overview", grey(4, 4, 1));
        Dataset dataset = open();
        assertCounts(dataset, 12, 6, "cats", "dogs");
        assertThat(reasons(dataset)).containsExactly("data.left.beside 1");
        writePng("another", grey(4, 4, 1));
        writePng("third", grey(4, 4, 1));
        Problems.of(this::open, "data.images.mixed", folder);
    }

    @Test
    void whatLiesBesideThePartsIsLeftOutWithAWord() throws Exception {
        writeClasses("data/train", 3, "a", "b");
        writeClasses("data/test", 2, "a", "b");
        writePngs("docs", 2);
        writePng("logo", grey(4, 4, 0));
        Dataset dataset = open();
        assertCounts(dataset, 6, 4, "a", "b");
        assertThat(reasons(dataset)).containsExactly("data.left.beside 3");
        assertThat(dataset.account().leftOut().getFirst().names())
                .containsExactly("docs/0.png", "docs/1.png", "logo.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bus,plane,train", "test 1,test 2", "train,tram", "contest,latest", "steam train,test tube"})
    void namesOfPartsMayBeThoseOfClasses(String names) throws Exception {
        String[] classes = names.split(",");
        for (String name : classes) {
            writePngs(name, 3);
        }
        assertThat(open().classNames()).containsExactly(classes);
    }

    @Test
    void anImageBesideTheClassesIsLeftOutButManyAreNotGuessedAbout() throws Exception {
        writePngs("a", 5);
        writePngs("b", 4);
        writePng("overview", grey(4, 4, 1));
        Dataset dataset = open();
        assertCounts(dataset, 7, 2, "a", "b");
        assertThat(reasons(dataset)).containsExactly("data.left.strays 1");
        writePng("another", grey(4, 4, 1));
        Problems.of(this::open, "data.images.mixed", folder);
    }

    @Test
    void everyPartSaysWhereItsImagesAreFrom() throws Exception {
        writeClasses("set/train", 3, "a", "b");
        writeClasses("set/test", 2, "a", "b");
        assertThat(open().account().parts())
                .containsExactly(
                        Sentence.of("data.parts.given", 6, "set/train", 4, "set/test"),
                        Sentence.of("data.parts.inside", "set"));
    }
}
