package latentlab.session;

import static latentlab.session.Selection.Mode.ADD;
import static latentlab.session.Selection.Mode.REMOVE;
import static latentlab.session.Selection.Mode.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import latentlab.MadeUpImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which test images people have picked out. */
class SelectionTest extends ModelWithService {
    private Selection selection;

    @BeforeEach
    void openRun() {
        ui.run(() -> selection = new Selection(model));
        open(CONFIG);
    }

    private int[] selected() {
        return selection.imagesProperty().get().inOrder();
    }

    @Test
    void keepsTheOrderImagesWereAskedForInAndEachOnce() {
        ui.run(() -> {
            selection.select(REPLACE, 7, 3, 7, 20);
            assertThat(selected()).containsExactly(7, 3, 20);
            selection.select(ADD, 1, 3);
            assertThat(selected()).containsExactly(7, 3, 20, 1);
            assertThat(selection.imagesProperty().get().first(2)).containsExactly(7, 3);
            assertThat(selection.imagesProperty().get().first(9)).containsExactly(7, 3, 20, 1);
            selection.select(REMOVE, 3, 5);
            assertThat(selected()).containsExactly(7, 20, 1);
            selection.toggle(20);
            selection.toggle(4);
            assertThat(selected()).containsExactly(7, 1, 4);
            BitSet some = BitSet.valueOf(new long[] {0b100101});
            selection.select(REPLACE, some);
            assertThat(selected()).containsExactly(0, 2, 5);
            assertThat(selection.imagesProperty().get().members()).isEqualTo(some);
        });
    }

    @Test
    void tellsOfAnotherOrderOfTheSameImages() {
        ui.run(() -> {
            List<Integer> first = new ArrayList<>();
            selection.imagesProperty().subscribe(now -> first.add(now.isEmpty() ? -1 : now.inOrder()[0]));
            selection.select(REPLACE, 1, 2);
            selection.select(REPLACE, 2, 1);
            assertThat(first).containsExactly(-1, 1, 2);
        });
    }

    @Test
    void isolatesAndShowsInTheGridOnlyWhatThereIs() {
        ui.run(() -> {
            selection.isolate(true);
            selection.showInGrid(true);
            assertThat(selection.isolatedProperty().get()).isFalse();
            assertThat(selection.inGridProperty().get()).isFalse();
            selection.select(REPLACE, 4);
            selection.isolate(true);
            selection.showInGrid(true);
            assertThat(selection.isolatedProperty().get()).isTrue();
            assertThat(selection.inGridProperty().get()).isTrue();
            selection.select(REPLACE, 5, 6);
            assertThat(selection.isolatedProperty().get())
                    .as("of other images too")
                    .isTrue();
            selection.select(REMOVE, 5, 6);
            assertThat(selection.isolatedProperty().get()).isFalse();
            assertThat(selection.inGridProperty().get()).isFalse();
        });
    }

    @Test
    void refusesImagesThatAreNotThereAndKeepsThoseSelected() {
        ui.run(() -> {
            selection.select(REPLACE, 24);
            assertThatThrownBy(() -> selection.select(REPLACE, 25)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> selection.select(ADD, -1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(selected()).containsExactly(24);
        });
    }

    @Test
    void staysWithTheDataAndGoesWithThem() {
        ui.run(() -> selection.select(REPLACE, 3, 8));
        ui.run(() -> selection.isolate(true));
        ui.run(() -> model.setSettings(CONFIG.withLatent(5)));
        ui.await(() -> run().model().latent() == 5);
        ui.run(() -> assertThat(selected()).containsExactly(3, 8));
        ui.run(() -> model.setDataset(MadeUpImages.dataset(60, 5, 7)));
        ui.await(() -> run().dataset().test().count() == 30);
        ui.run(() -> {
            assertThat(selected()).isEmpty();
            assertThat(selection.isolatedProperty().get()).isFalse();
        });
    }
}
