package latentlab.session;

import static latentlab.session.Selection.Mode.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;
import latentlab.run.images.ChosenImages.How;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which images the grid shows, whoever chooses them, and whatever run comes. */
class GridImagesTest extends ModelWithService {
    private final List<How> dropped = new ArrayList<>();
    private Selection selection;
    private GridImages images;

    @BeforeEach
    void openRun() {
        ui.run(() -> {
            selection = new Selection(model);
            images = new GridImages(model, selection);
            images.onDropped(() -> dropped.add(images.imagesProperty().get().how()));
        });
        open(CONFIG);
    }

    private List<Integer> notebook() {
        return ChosenImages.notebook(run()).indices();
    }

    private List<Integer> shown() {
        return images.shownProperty().get().indices();
    }

    private void openOther(Dataset data) {
        Run before = run();
        ui.run(() -> model.setDataset(data));
        ui.await(() -> run() != before && model.history().size() == 1);
    }

    @Test
    void beginWithTheNotebooksAndComeBackToThem() {
        ui.run(() -> {
            assertThat(shown()).isEqualTo(notebook());
            assertThat(images.asInNotebook()).isTrue();
            images.show(ChosenImages.random(DATA, 7));
            assertThat(shown()).isEqualTo(ChosenImages.random(DATA, 7).indices());
            assertThat(images.asInNotebook()).isFalse();
            images.showNotebook();
            assertThat(images.asInNotebook()).isTrue();
        });
    }

    @Test
    void areTheNotebooksAgainWhenTheyHaveBeenPutBackByHand() {
        ui.run(() -> {
            images.move(0, 3);
            assertThat(images.imagesProperty().get().how()).isEqualTo(How.HAND);
            images.move(3, 0);
            assertThat(images.asInNotebook()).isTrue();
        });
    }

    @Test
    void followTheSelectionWhileItIsInTheGridAndComeBackAfterIt() {
        ui.run(() -> {
            images.show(ChosenImages.byHand(1, 2));
            selection.select(REPLACE, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10);
            selection.showInGrid(true);
            assertThat(shown()).containsExactly(20, 19, 18, 17, 16, 15, 14, 13, 12, 11);
            selection.select(REPLACE, 4, 3);
            assertThat(shown()).containsExactly(4, 3);
            selection.clear();
            assertThat(shown()).containsExactly(1, 2);
        });
    }

    @Test
    void leaveTheSelectionWhenOthersAreChosen() {
        ui.run(() -> {
            selection.select(REPLACE, 4, 3);
            selection.showInGrid(true);
            images.move(0, 1);
            assertThat(shown()).containsExactly(3, 4);
            assertThat(selection.inGridProperty().get()).isFalse();
            selection.select(REPLACE, 9);
            assertThat(shown()).as("no longer followed").containsExactly(3, 4);
        });
    }

    @Test
    void areKeptFromRunToRunOfTheSameDataReadAgainOrNot() {
        ui.run(() -> images.show(ChosenImages.byHand(5, 3)));
        openOther(MadeUpImages.dataset(50, 5, 7));
        ui.run(() -> assertThat(shown()).containsExactly(5, 3));
        assertThat(dropped).isEmpty();
    }

    @Test
    void goBackToTheNotebooksWithOtherDataAndSaySo() {
        List<String> seen = new ArrayList<>();
        ui.run(() -> {
            selection.select(REPLACE, 24);
            selection.showInGrid(true);
            images.sort(true);
            images.imagesProperty()
                    .subscribe(now ->
                            seen.add(now.how() + " of " + run().dataset().test().count()));
        });
        openOther(MadeUpImages.dataset(30, 5, 7));
        ui.run(() -> {
            assertThat(shown()).isEqualTo(notebook());
            assertThat(images.asInNotebook()).isTrue();
        });
        assertThat(dropped).containsExactly(How.NOTEBOOK);
        assertThat(seen).as("no image of the old data is looked up in the new").doesNotContain("SELECTION of 15");
    }

    @Test
    void sayNothingOfOtherDataIfNobodyHadChosen() {
        openOther(MadeUpImages.dataset(30, 5, 7));
        assertThat(dropped).isEmpty();
    }

    @Test
    void areShownAsTheyAreSortedUntilOneIsMoved() {
        ui.run(() -> {
            images.show(ChosenImages.byHand(1, 2, 3));
            images.arranged(List.of(3, 1, 2));
            assertThat(shown()).as("not sorted").containsExactly(1, 2, 3);
            images.sort(true);
            images.arranged(List.of(3, 1, 2));
            assertThat(shown()).containsExactly(3, 1, 2);
            assertThat(images.imagesProperty().get().indices()).containsExactly(1, 2, 3);
            images.show(ChosenImages.byHand(1, 2, 3));
            assertThat(shown()).as("chosen again, as the grid has them").containsExactly(3, 1, 2);
            images.remove(3);
            images.replace(-1, 4);
            images.move(0, 3);
            assertThat(shown()).as("no such column").containsExactly(3, 1, 2);
            images.move(0, 2);
            assertThat(shown()).containsExactly(1, 2, 3);
            assertThat(images.sortedProperty().get()).isFalse();
            images.remove(1);
            images.replace(1, 9);
            assertThat(shown()).containsExactly(1, 9);
            images.remove(0);
            images.remove(0);
            assertThat(shown()).as("one stays").containsExactly(9);
        });
    }
}
