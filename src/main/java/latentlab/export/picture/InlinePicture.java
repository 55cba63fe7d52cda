package latentlab.export.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.export.Lettering;
import latentlab.export.PngEncoder;
import latentlab.figure.map.ClassKey;
import latentlab.figure.map.PlaneFigure;
import latentlab.map.ClassNames;
import latentlab.map.MapPoints;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * A picture as a page has it within itself: as an image with an address that holds all of it, so that its shapes know
 * nothing of those of other pictures on the page.
 *
 * @param title what is on it, for readers who do not see it
 * @param address for the page
 * @param width in points
 * @param height in points
 */
public record InlinePicture(String title, String address, double width, double height) {
    private static final int MAP_SCALE = 2;
    private static final double KEY = 110;
    private static final double GAP = 12;

    /**
     * Shapes and text, sharp at any size.
     *
     * @param width in points
     * @param messages language of the words; English where the fonts of this machine lack its letters
     * @throws Problem if there is nothing to show
     */
    public static InlinePicture of(Subject subject, View view, int width, Messages messages, Progress progress)
            throws Problem {
        Subject shown = subject.with(ExportOption.VIEW, view.ordinal()).with(ExportOption.WIDTH, width);
        Layout layout = Layout.of(shown, Lettering.of(messages, "export.plot.valid"), progress);
        Sheet sheet = layout.sheet();
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        try {
            SvgPicture.write(layout, width, "", svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InlinePicture(sheet.title(), address("image/svg+xml", svg), width, sheet.height() * layout.scale());
    }

    /**
     * A map with a key to the colours of its classes, in pixels: it has thousands of dots.
     *
     * @param title what it is of
     * @param side of the map, in points
     */
    public static InlinePicture of(MapPoints points, String title, int side, Messages messages) {
        Lettering lettering = Lettering.of(messages, "export.plot.valid");
        Messages words = lettering.messages();
        Dataset dataset = points.run().dataset();
        List<String> names = IntStream.range(0, dataset.test().classes())
                .mapToObj(dataset::className)
                .toList();
        PlaneFigure figure = new PlaneFigure(
                points,
                side,
                side,
                label -> ClassNames.brief(dataset.className(label)),
                value -> words.text("export.picture.tick", value),
                MapSheet.axisNames(words),
                MapSheet.remark(points, words));
        List<Sheet.Part> parts = new ArrayList<>(List.of(new Sheet.Part(GAP, GAP, figure::draw)));
        if (!names.isEmpty()) {
            ClassKey key = new ClassKey(names, KEY, side, more -> words.text("export.gif.moreClasses", more));
            parts.add(new Sheet.Part(side + 2 * GAP, GAP, key::draw));
        }
        double width = side + 2 * GAP + (names.isEmpty() ? 0 : KEY + GAP);
        Sheet sheet = new Sheet(title, points.epoch(), width, side + 2 * GAP, parts);
        BufferedImage image = PngEncoder.painted(
                (int) width, (int) sheet.height(), MAP_SCALE, graphics -> sheet.draw(graphics, lettering));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            PngEncoder.encode(image, MAP_SCALE, Map.of(), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InlinePicture(title, address("image/png", png), width, sheet.height());
    }

    private static String address(String type, ByteArrayOutputStream content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content.toByteArray());
    }
}
