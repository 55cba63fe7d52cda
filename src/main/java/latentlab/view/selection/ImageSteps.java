package latentlab.view.selection;

import latentlab.data.Dataset;
import latentlab.run.images.ChosenImages;
import latentlab.session.GridImages;
import latentlab.session.Selection;
import latentlab.session.Steps;
import latentlab.text.Sentence;
import latentlab.view.ViewContext;

/** Notes which images are selected, and which are chosen for the grid, as changes that can be taken back. */
final class ImageSteps {
    private final Steps steps;
    private final Selection selection;
    private final GridImages grid;
    /** Of the images: with others, there is no way back. */
    private Dataset dataset;
    /** A change is being taken back or made again. */
    private boolean going;

    /** Notes changes from now on. */
    static void note(ViewContext context) {
        new ImageSteps(context);
    }

    private ImageSteps(ViewContext context) {
        steps = context.steps();
        selection = context.selection();
        grid = context.images();
        dataset = selection.dataset();
        context.model().runProperty().subscribe(_ -> sameData());
        selection.imagesProperty().addListener((_, before, after) -> {
            if (sameData() && !going) {
                steps.made(new Selected(before, after));
            }
        });
        grid.imagesProperty().addListener((_, before, after) -> {
            if (sameData() && !going && byHand(before) && byHand(after)) {
                steps.made(new InGrid(before, after));
            }
        });
    }

    /** What the grid shows of the selection comes and goes with that. */
    private static boolean byHand(ChosenImages images) {
        return images != null && images.how() != ChosenImages.How.SELECTION;
    }

    private boolean sameData() {
        boolean same = dataset == selection.dataset();
        if (!same) {
            dataset = selection.dataset();
            steps.forget(step -> step instanceof ImageStep);
        }
        return same;
    }

    private void go(Runnable change, Runnable done) {
        going = true;
        try {
            change.run();
        } finally {
            going = false;
        }
        done.run();
    }

    private sealed interface ImageStep extends Steps.Step {}

    private final class Selected implements ImageStep {
        private final Selection.Images before;
        private final Selection.Images after;

        Selected(Selection.Images before, Selection.Images after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public Sentence what() {
            return Sentence.of("view.selection.change", before.count(), after.count());
        }

        @Override
        public void undo(Runnable done) {
            go(() -> selection.select(Selection.Mode.REPLACE, before.inOrder()), done);
        }

        @Override
        public void redo(Runnable done) {
            go(() -> selection.select(Selection.Mode.REPLACE, after.inOrder()), done);
        }
    }

    private final class InGrid implements ImageStep {
        private final ChosenImages before;
        private final ChosenImages after;

        InGrid(ChosenImages before, ChosenImages after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public Sentence what() {
            return Sentence.of("view.images.change");
        }

        @Override
        public void undo(Runnable done) {
            go(() -> grid.show(before), done);
        }

        @Override
        public void redo(Runnable done) {
            go(() -> grid.show(after), done);
        }
    }
}
