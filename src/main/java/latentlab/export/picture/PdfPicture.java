package latentlab.export.picture;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.export.Export.Subject;
import latentlab.export.ExportOption;
import latentlab.export.Lettering;
import latentlab.export.OutputFile;
import latentlab.text.AppVersion;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/**
 * A view as a PDF of one page: shapes stay shapes, and text stays text with its font inside, where the machine has one
 * that can be; else letters are shapes too.
 */
public final class PdfPicture {
    /** Points of a PDF, of which there are 72 in an inch, in a point of a picture. */
    private static final double POINT = 72 / 96.0;

    private static final String SIGNS = "·×→■…";

    private PdfPicture() {}

    /**
     * @param messages language of the words; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written, or there is nothing to show
     */
    public static void write(Path file, Subject subject, Messages messages, Progress progress) throws Problem {
        try (PDDocument document = new PDDocument()) {
            // Not of the time, so that the same picture is the same file.
            document.setDocumentId(0L);
            Dataset dataset = subject.run().dataset();
            Lettering lettering = Lettering.of(messages, "export.plot.valid");
            PrintFont font = PrintFont.of(document, letters(dataset, messages));
            if (font != null) {
                lettering = font.lettering(messages);
            } else if (!lettering.messages().locale().equals(messages.locale())) {
                // No font has its letters, so that it is English, which more fonts have.
                font = PrintFont.of(document, letters(dataset, lettering.messages()));
                lettering = font == null ? lettering : font.lettering(lettering.messages());
            }
            if (font == null) {
                progress.remark(Sentence.of("export.pdf.shapes"));
            }
            Layout layout = Layout.of(subject, lettering, progress);
            draw(document, layout, subject.get(ExportOption.WIDTH), font);
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle(layout.sheet().title());
            about.setCreator("Latent Lab " + AppVersion.text());
            about.setSubject(layout.origin(subject));
            document.getDocumentCatalog()
                    .setLanguage(lettering.messages().locale().getLanguage());
            // What it says of itself stands there as it is, so that it is found without a reader of PDF.
            OutputFile.write(file, out -> document.save(out, CompressParameters.NO_COMPRESSION));
        } catch (IOException e) {
            throw new AssertionError("a document in memory reads and writes no file", e);
        }
    }

    /** Letters of the language and of the names of the classes, and the signs beside them. */
    static String letters(Dataset dataset, Messages messages) {
        return IntStream.range(0, dataset.test().classes())
                        .mapToObj(dataset::className)
                        .collect(Collectors.joining())
                + messages.text("export.plot.train")
                + messages.text("export.picture.originals")
                + messages.text("export.picture.reconstructions")
                + messages.text("export.picture.filters", 0)
                + messages.text("export.picture.otherRun", 0)
                + messages.text("export.picture.axes.strip")
                + SIGNS;
    }

    private static void draw(PDDocument document, Layout layout, int width, PrintFont font) throws IOException {
        Sheet sheet = layout.sheet();
        float scale = (float) (POINT * layout.scale());
        PDPage page = new PDPage(new PDRectangle((float) (POINT * width), (float) (scale * sheet.height())));
        document.addPage(page);
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, (float) sheet.width(), (float) sheet.height());
        if (font != null) {
            graphics.setFontTextDrawer(new PdfBoxGraphics2DFontTextDrawer() {
                @Override
                protected PDFont mapFont(Font asked, IFontTextDrawerEnv environment) {
                    return font.embedded().get(asked.getFontName());
                }
            });
        }
        sheet.draw(graphics, layout.lettering());
        graphics.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.transform(Matrix.getScaleInstance(scale, scale));
            content.drawForm(graphics.getXFormObject());
        }
    }
}
