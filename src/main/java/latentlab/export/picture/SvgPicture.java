package latentlab.export.picture;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.export.Lettering;
import latentlab.export.OutputFile;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A view as an SVG: shapes stay shapes and text stays text, images are inside. */
public final class SvgPicture {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    /** Digits after the point of places and lengths. */
    private static final int PRECISION = 3;

    private SvgPicture() {}

    /**
     * @param messages language of the words; English where the fonts of this machine lack its letters, which text is
     *     measured with
     * @throws Problem when the file cannot be written, or there is nothing to show
     */
    public static void write(Path file, Subject subject, Messages messages, Progress progress) throws Problem {
        Layout layout = Layout.of(subject, Lettering.of(messages, "export.plot.valid"), progress);
        Sheet sheet = layout.sheet();
        String origin = layout.origin(subject);
        OutputFile.write(file, out -> write(layout, subject.get(ExportOption.WIDTH), origin, out));
    }

    static void write(Layout layout, int width, String origin, OutputStream out) throws IOException {
        Sheet sheet = layout.sheet();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(PRECISION);
        context.setGenericImageHandler(new SimpleImageHandler(new InnerImages()));
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        sheet.draw(graphics, layout.lettering());
        Element root = graphics.getRoot();
        root.setAttribute("width", Integer.toString(width));
        root.setAttribute("height", Double.toString(sheet.height() * layout.scale()));
        root.setAttribute("viewBox", "0 0 " + sheet.width() + " " + sheet.height());
        root.setAttribute("role", "img");
        root.insertBefore(element(root, "metadata", origin), root.getFirstChild());
        root.insertBefore(element(root, "title", sheet.title()), root.getFirstChild());
        try {
            // Batik would name a document type, which readers of XML would look for on the Internet.
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new AssertionError("every Java has a parser of XML", e);
        }
    }

    private static Element element(Element root, String name, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setTextContent(text);
        return element;
    }

    /** Images as PNGs within the file, whose pixels stay sharp squares however large they are shown. */
    private static final class InnerImages extends DefaultImageHandler {
        @Override
        protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context)
                throws SVGGraphics2DIOException {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "png", png);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException("an image could not be written", e);
            }
            element.setAttributeNS(
                    XLINK,
                    "xlink:href",
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
            element.setAttribute("style", "image-rendering:pixelated");
        }

        @Override
        protected void handleHREF(java.awt.Image image, Element element, SVGGeneratorContext context)
                throws SVGGraphics2DIOException {
            handleHREF((RenderedImage) (BufferedImage) image, element, context);
        }
    }
}
