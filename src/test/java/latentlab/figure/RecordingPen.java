package latentlab.figure;

import java.util.ArrayList;
import java.util.List;
import latentlab.figure.WeightStrip.Placed;

/** Remembers what is drawn; each letter is six points wide. */
public final class RecordingPen implements Pen {
    /**
     * @param places x and y of each point in turn
     * @param begun how many lines it consists of
     */
    public record Line(Role role, double width, List<Double> places, int begun) {}

    public record Filled(Area area, Ink ink) {}

    public record Dot(Role role, int label, Area area) {}

    /** @param room infinite where there is no end of it */
    public record Words(String words, double x, double y, double room, TextStyle style) {}

    public record Weights(WeightStrip weights, List<Placed> placed) {}

    public record Picture(ImageStrip images, int index, Area area) {}

    public final List<Line> lines = new ArrayList<>();
    public final List<Line> tracks = new ArrayList<>();
    /** Of tracks that are filled; without a width. */
    public final List<Line> fills = new ArrayList<>();

    /** Rectangles. */
    public final List<Filled> filled = new ArrayList<>();

    public final List<Dot> rings = new ArrayList<>();
    public final List<Dot> dots = new ArrayList<>();
    public final List<Words> texts = new ArrayList<>();
    public final List<String> haloed = new ArrayList<>();
    public final List<Picture> pictures = new ArrayList<>();
    public final List<Weights> weights = new ArrayList<>();
    public final List<Area> scales = new ArrayList<>();
    /** Of the boxes, in the same order. */
    public final List<Stroke> outlines = new ArrayList<>();

    public final List<Area> boxes = new ArrayList<>();
    public final List<Area> clips = new ArrayList<>();

    public List<Line> tracks(Role role) {
        return tracks.stream().filter(track -> track.role() == role).toList();
    }

    public List<String> words() {
        return texts.stream().map(Words::words).toList();
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        lines.add(new Line(stroke.ink().role(), stroke.width(), List.of(fromX, fromY, toX, toY), 1));
    }

    @Override
    public void track(Track track, Stroke stroke) {
        tracks.add(line(track, stroke.ink().role(), stroke.width()));
    }

    private static Line line(Track track, Role role, double width) {
        List<Double> places = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        track.walk((x, y, start) -> {
            places.addAll(List.of(x, y));
            if (start) {
                starts.add(x);
            }
        });
        return new Line(role, width, places, starts.size());
    }

    @Override
    public void rectangle(Area area, Stroke stroke) {
        boxes.add(area);
        outlines.add(stroke);
    }

    @Override
    public void fillRectangle(Area area, Ink ink) {
        filled.add(new Filled(area, ink));
    }

    @Override
    public void fillEllipse(Area area, Ink ink) {
        dots.add(new Dot(ink.role(), ink.label(), area));
    }

    @Override
    public void fillTrack(Track track, Ink ink) {
        fills.add(line(track, ink.role(), 0));
    }

    @Override
    public void ellipse(Area area, Stroke stroke) {
        rings.add(new Dot(stroke.ink().role(), stroke.ink().label(), area));
    }

    @Override
    public void text(String words, double x, double y, double room, TextStyle style) {
        texts.add(new Words(words, x, y, room, style));
    }

    @Override
    public void textWithHalo(String words, double x, double y, TextStyle style, Stroke halo) {
        text(words, x, y, style);
        haloed.add(words);
    }

    @Override
    public void image(ImageStrip images, int index, Area area) {
        pictures.add(new Picture(images, index, area));
    }

    @Override
    public void weights(WeightStrip strip, List<Placed> placed) {
        weights.add(new Weights(strip, placed));
    }

    @Override
    public void weightScale(Area area) {
        scales.add(area);
    }

    @Override
    public double width(String words, TextStyle style) {
        return 6 * words.length();
    }

    @Override
    public void within(Area area, Runnable drawing) {
        clips.add(area);
        drawing.run();
    }
}
