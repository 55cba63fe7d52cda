package latentlab.map;

import latentlab.map.LabelPlaces.Box;

/** Where the card of a point lies: beside it, or above or below, and never over it. */
public final class CardPlace {
    /** Room at the top for the map's numbers and buttons. */
    private static final double ABOVE = 26;

    private CardPlace() {}

    /**
     * @param x of the point, in pixels of the map, as are all lengths
     * @param y of the point
     * @param aside what is kept free around the point
     * @param width of the card
     * @param height of the card
     * @param mapWidth where the card stays, if it has room there anywhere but over the point; else it goes out at the
     *     side that is nearer to it
     * @param mapHeight likewise
     * @return the card's rectangle, by its middle
     */
    public static Box beside(
            double x, double y, double aside, double width, double height, double mapWidth, double mapHeight) {
        double lowest = Math.max(0, mapHeight - height);
        double highest = Math.min(ABOVE, lowest);
        double level = Math.clamp(y - height / 2, highest, lowest) + height / 2;
        if (x + aside + width <= mapWidth) {
            return new Box(x + aside + width / 2, level, width, height);
        }
        if (x - aside - width >= 0) {
            return new Box(x - aside - width / 2, level, width, height);
        }
        double middle = Math.clamp(x - width / 2, 0, Math.max(0, mapWidth - width)) + width / 2;
        if (y - aside - height >= highest) {
            return new Box(middle, y - aside - height / 2, width, height);
        }
        if (y + aside + height <= mapHeight) {
            return new Box(middle, y + aside + height / 2, width, height);
        }
        double outside = x > mapWidth / 2 ? x - aside - width / 2 : x + aside + width / 2;
        return new Box(outside, level, width, height);
    }
}
