package latentlab.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latentlab.Browser;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export.Subject;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser opens a report from disk and prints it. */
class ReportInBrowserTest {
    @TempDir
    Path folder;

    @Test
    void opensWithoutAWordOnTheConsoleAndPrintsOnSeveralPages() throws Exception {
        Browser browser = Browser.find();
        Path page = folder.resolve("report.html");
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(4).withEpochs(3);
        try (TrainedRun trained =
                TrainedRun.of(BuiltInDigits.create(Progress.NONE), config, folder.resolve("scratch"))) {
            Subject subject = new Subject(trained.run(), trained.history(), List.of(), Map.of());
            HtmlReport.write(
                    page,
                    subject.withWords("I have seen <it> learn.\n\n" + "A word and a word. ".repeat(400) + "The end."),
                    new Messages(Locale.ENGLISH),
                    Progress.NONE);
        }
        assertThat(Files.size(page)).isLessThan(1_000_000);

        String became = browser.open(page, folder, 1_000);
        assertThat(became).contains("I have seen &lt;it&gt; learn.");

        Path pdf = browser.print(page, folder);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(document.getNumberOfPages()).isBetween(4, 8);
            PDRectangle size = document.getPage(0).getMediaBox();
            assertThat(size.getWidth() / size.getHeight()).isBetween(0.70f, 0.71f);
            assertThat(text)
                    .contains("I have seen <it> learn.", "The end.", "Latent dimension", "Best validation loss")
                    // What is folded away on the screen, where paper can fold nothing.
                    .contains("Learning rate", "Autoencoder( (encoder): Sequential(")
                    .contains("Trustworthiness", "Other processors come to other last digits.");
        }
    }
}
