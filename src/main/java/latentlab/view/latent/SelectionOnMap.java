package latentlab.view.latent;

import java.util.BitSet;
import latentlab.session.Selection;

/** Shows the selected images on a map, and lets the user select images there. */
final class SelectionOnMap {
    private final LatentMap map;
    private final Selection selection;

    SelectionOnMap(LatentMap map, Selection selection) {
        this.map = map;
        this.selection = selection;
        map.lasso().setActions(new MapLasso.Actions() {
            @Override
            public void select(BitSet images, Selection.Mode mode) {
                if (linked()) {
                    selection.select(mode, images);
                }
            }

            @Override
            public void toggle(int image) {
                if (linked()) {
                    selection.toggle(image);
                }
            }
        });
        selection.imagesProperty().subscribe(_ -> show());
        selection.isolatedProperty().subscribe(_ -> show());
    }

    /** Whether the map shows the images that can be selected; an earlier run may have others. */
    private boolean linked() {
        return map.shown() != null && map.shown().run().dataset() == selection.dataset();
    }

    private void show() {
        map.showSelection(
                selection.dataset(),
                selection.imagesProperty().get().members(),
                selection.isolatedProperty().get());
        if (selection.isolatedProperty().get() && map.visibilityProperty().get().lost()) {
            map.showWhole(); // else there would be an empty map
        }
    }
}
