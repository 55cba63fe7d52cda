package latentlab.map;

/** A rectangle on a map, in pixels; y points down. */
public record MapArea(double minX, double minY, double width, double height) {
    public double maxX() {
        return minX + width;
    }

    public double maxY() {
        return minY + height;
    }

    /** @return whether a place lies in it or on its edge */
    public boolean contains(double x, double y) {
        return x >= minX && x <= maxX() && y >= minY && y <= maxY();
    }
}
