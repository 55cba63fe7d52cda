package latentlab.export.animation;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * An animation as the JDK's decoder reads it, frames put over one another as a player does.
 *
 * @param frames what is seen
 * @param hundredths how long each is seen
 * @param disposals what becomes of each, in the JDK's words
 * @param loop contents of Netscape's extension
 */
record DecodedGif(List<BufferedImage> frames, List<Integer> hundredths, List<String> disposals, List<byte[]> loop) {
    static DecodedGif read(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            IIOMetadata stream = reader.getStreamMetadata();
            Element screen = element(stream.getAsTree(stream.getNativeMetadataFormatName()), "LogicalScreenDescriptor");
            BufferedImage canvas = new BufferedImage(
                    number(screen, "logicalScreenWidth"),
                    number(screen, "logicalScreenHeight"),
                    BufferedImage.TYPE_INT_ARGB);
            DecodedGif gif = new DecodedGif(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            int count = reader.getNumImages(true);
            for (int i = 0; i < count; i++) {
                IIOMetadata metadata = reader.getImageMetadata(i);
                IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
                gif.add(canvas, reader.read(i), root);
            }
            return gif;
        } finally {
            reader.dispose();
        }
    }

    private void add(BufferedImage canvas, BufferedImage part, IIOMetadataNode root) {
        Element place = element(root, "ImageDescriptor");
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(part, number(place, "imageLeftPosition"), number(place, "imageTopPosition"), null);
        graphics.dispose();
        BufferedImage frame = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_ARGB);
        canvas.copyData(frame.getRaster());
        frames.add(frame);
        Element control = element(root, "GraphicControlExtension");
        hundredths.add(number(control, "delayTime"));
        disposals.add(control.getAttribute("disposalMethod"));
        Element application = element(root, "ApplicationExtension");
        if (application != null && application.getAttribute("applicationID").equals("NETSCAPE")) {
            loop.add((byte[]) ((IIOMetadataNode) application).getUserObject());
        }
    }

    private static Element element(Node root, String name) {
        NodeList found = ((Element) root).getElementsByTagName(name);
        return (Element) found.item(0);
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
