package latentlab.map;

import java.util.BitSet;
import latentlab.data.ImageSet;

/**
 * Which test images are seen on a map, and which of the selected ones are not.
 *
 * @param visible shape [test images]
 * @param selected selected images; none on a map of other data
 * @param absent how many of the selected are not on the map, which is of some of the images only
 * @param hidden how many of the selected are on the map, with a class that is hidden
 * @param outside how many of the selected are on the map, but outside the part of it that is shown
 */
public record MapVisibility(boolean[] visible, BitSet selected, int absent, int hidden, int outside) {
    public static final MapVisibility NONE = new MapVisibility(new boolean[0], new BitSet(), 0, 0, 0);

    /**
     * @param hidden classes that are not shown; images without a label all belong to class 0
     * @param selected images the user has selected, not written to
     * @param isolated whether to show the selected only; nothing is isolated where none is selected
     */
    public static MapVisibility of(MapPoints points, BitSet hidden, BitSet selected, boolean isolated) {
        ImageSet images = points.run().dataset().test();
        boolean[] visible = new boolean[points.x().length];
        int absent = 0;
        int unseen = 0;
        for (int i = 0; i < visible.length; i++) {
            boolean mapped = !Float.isNaN(points.x()[i]);
            boolean shown = !hidden.get(Math.max(0, images.label(i)));
            visible[i] = mapped && shown && (!isolated || selected.get(i));
            if (selected.get(i)) {
                absent += mapped ? 0 : 1;
                unseen += mapped && !shown ? 1 : 0;
            }
        }
        return new MapVisibility(visible, selected, absent, unseen, 0);
    }

    /** @param places with the part of the same map that is shown; null for no map */
    public MapVisibility on(MapProjection places) {
        int beyond = 0;
        if (places != null && !places.zoom().whole()) {
            for (int i = selected.nextSetBit(0); i >= 0; i = selected.nextSetBit(i + 1)) {
                beyond += visible[i] && !places.sight().contains(places.x(i), places.y(i)) ? 1 : 0;
            }
        }
        return new MapVisibility(visible, selected, absent, hidden, beyond);
    }

    /** Whether all of the selected that could be seen are outside the part that is shown. */
    public boolean lost() {
        return outside > 0 && outside == selected.cardinality() - absent - hidden;
    }
}
