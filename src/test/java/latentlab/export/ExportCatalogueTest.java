package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.picture.View;
import latentlab.text.Messages;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportCatalogueTest {
    private static final int EPOCHS = 2;

    @TempDir
    static Path folder;

    private static TrainedRun trained;

    @BeforeAll
    static void train() throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(4).withEpochs(EPOCHS);
        trained = TrainedRun.of(BuiltInDigits.create(Progress.NONE), config, folder.resolve("scratch"));
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    static Stream<Export> everything() {
        return Stream.concat(ExportCatalogue.ALL.stream(), Stream.of(ExportCatalogue.SUMMARY));
    }

    static List<Export> askedFor() {
        return ExportCatalogue.ALL;
    }

    @Test
    void noTwoShareANameAnOptionOrAProposedFile() {
        assertThat(everything().map(Export::id)).doesNotHaveDuplicates();
        assertThat(everything().map(Export::option)).doesNotHaveDuplicates();
        assertThat(everything().map(Export::fileName)).doesNotHaveDuplicates();
    }

    @Test
    void whatCanBeChosenHasANameOfItsOwnAndItsSentenceInEveryLanguage() {
        assertThat(ExportCatalogue.options())
                .containsExactly(
                        ExportOption.FRAME,
                        ExportOption.TILE,
                        ExportOption.TITLES,
                        ExportOption.LOSSES,
                        ExportOption.MAP,
                        ExportOption.PRIOR,
                        ExportOption.VIEW,
                        ExportOption.WIDTH,
                        ExportOption.SCALE,
                        ExportOption.SIGNED,
                        ExportOption.SMOOTH,
                        ExportOption.COLOURS,
                        ExportOption.AGAINST,
                        ExportOption.WIPE);
        assertThat(Stream.concat(
                        everything().map(Export::option),
                        ExportCatalogue.options().stream().map(ExportOption::option)))
                .doesNotHaveDuplicates();
        for (ExportOption option : ExportCatalogue.options()) {
            String english = new Messages(Locale.ENGLISH).text(option.help(), option.usual());
            assertThat(english).contains(option.usual().toString());
            assertThat(new Messages(Locale.JAPANESE).text(option.help(), option.usual()))
                    .contains(option.usual().toString())
                    .isNotEqualTo(english);
            assertThat(option.words()).allSatisfy(word -> assertThat(english).contains(word));
        }
    }

    @Test
    void optionsAreWrittenAsOptionsAre() {
        assertThat(ExportCatalogue.ALL.stream().map(Export::option))
                .containsExactly(
                        "--gif",
                        "--gif-map",
                        "--apng",
                        "--mp4",
                        "--html",
                        "--strip",
                        "--csv",
                        "--json",
                        "--codes",
                        "--codes-npz",
                        "--reconstructions",
                        "--diagnosis",
                        "--diagnosis-json",
                        "--plot",
                        "--png",
                        "--svg",
                        "--pdf",
                        "--npz",
                        "--safetensors",
                        "--onnx",
                        "--onnx-encoder",
                        "--onnx-decoder",
                        "--dl4j",
                        "--script",
                        "--report");
    }

    @Test
    void aMenuHasThoseOfAKindTogether() {
        assertThat(ExportCatalogue.byKind(ExportCatalogue.ALL))
                .containsExactly(
                        ExportCatalogue.GIF,
                        ExportCatalogue.GIF_MAP,
                        ExportCatalogue.APNG,
                        ExportCatalogue.MP4,
                        ExportCatalogue.HTML,
                        ExportCatalogue.STRIP,
                        ExportCatalogue.PLOT,
                        ExportCatalogue.PNG,
                        ExportCatalogue.SVG,
                        ExportCatalogue.PDF,
                        ExportCatalogue.CSV,
                        ExportCatalogue.JSON,
                        ExportCatalogue.RECONSTRUCTIONS,
                        ExportCatalogue.DIAGNOSIS,
                        ExportCatalogue.DIAGNOSIS_JSON,
                        ExportCatalogue.CODES,
                        ExportCatalogue.CODES_NPZ,
                        ExportCatalogue.NPZ,
                        ExportCatalogue.SAFETENSORS,
                        ExportCatalogue.ONNX,
                        ExportCatalogue.ONNX_ENCODER,
                        ExportCatalogue.ONNX_DECODER,
                        ExportCatalogue.DL4J,
                        ExportCatalogue.SCRIPT,
                        ExportCatalogue.REPORT);
    }

    @Test
    void saysWhichEpochsAFileHas() {
        assertThat(ExportCatalogue.ALL.stream().filter(export -> export.extent(0) == Export.Extent.CHOSEN))
                .containsExactly(
                        ExportCatalogue.GIF,
                        ExportCatalogue.GIF_MAP,
                        ExportCatalogue.APNG,
                        ExportCatalogue.MP4,
                        ExportCatalogue.HTML,
                        ExportCatalogue.STRIP,
                        ExportCatalogue.RECONSTRUCTIONS,
                        ExportCatalogue.DIAGNOSIS,
                        ExportCatalogue.DIAGNOSIS_JSON,
                        ExportCatalogue.REPORT);
        assertThat(ExportCatalogue.ALL.stream().filter(export -> export.extent(0) == Export.Extent.ALL))
                .containsExactly(
                        ExportCatalogue.CSV,
                        ExportCatalogue.JSON,
                        ExportCatalogue.PLOT,
                        ExportCatalogue.PNG,
                        ExportCatalogue.SVG,
                        ExportCatalogue.PDF);
        assertThat(ExportCatalogue.PNG.extent(View.GRID.ordinal())).isEqualTo(Export.Extent.ONE);
        assertThat(ExportCatalogue.PNG.extent(View.STACK.ordinal())).isEqualTo(Export.Extent.ALL);
        assertThat(ExportCatalogue.PLOT.extent(View.GRID.ordinal())).isEqualTo(Export.Extent.ALL);
    }

    @Test
    void whatAWriterRemarksIsThereOnceTheFileIs() throws Exception {
        Sentence remark = Sentence.of("export.pdf.shapes");
        Sentence step = Sentence.of("export.picture.progress");
        List<Double> reported = new ArrayList<>();
        Export remarking = new Export("pdf", Export.Kind.PICTURE, "a.pdf", List.of(), (_, _, _, progress) -> {
            Progress half = progress.part(0, 0.5);
            half.report(1, step);
            half.remark(remark);
        });
        assertThat(remarking.write(
                        folder.resolve("a.pdf"),
                        null,
                        new Messages(Locale.ENGLISH),
                        (fraction, _) -> reported.add(fraction)))
                .containsExactly(remark);
        assertThat(reported).containsExactly(0.5);
    }

    @ParameterizedTest
    @MethodSource("askedFor")
    void hasItsSentencesInEveryLanguage(Export export) {
        Messages english = new Messages(Locale.ENGLISH);
        Messages japanese = new Messages(Locale.JAPANESE);
        for (String key : List.of(export.name(), export.question(), export.help())) {
            assertThat(english.text(key)).isNotBlank();
            assertThat(japanese.text(key)).isNotBlank().isNotEqualTo(english.text(key));
        }
    }

    /** Without what needs an ffmpeg. */
    static Stream<Export> writtenAnywhere() {
        return everything().filter(export -> export != ExportCatalogue.MP4);
    }

    @ParameterizedTest
    @MethodSource("writtenAnywhere")
    void writesAFileOfTheKindItsEndingSays(Export export) throws Exception {
        Path file = folder.resolve(export.fileName());

        export.writer()
                .write(
                        file,
                        new Export.Subject(trained.run(), trained.history(), List.of(), Map.of()),
                        new Messages(Locale.ENGLISH),
                        Progress.NONE);

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith(beginning(export));
    }

    private static String beginning(Export export) {
        return switch (export.extension()) {
            case "gif" -> "GIF89a";
            case "png" -> "\u0089PNG\r\n";
            case "svg" -> "<?xml version=\"1.0\"";
            case "pdf" -> "%PDF-";
            case "html" -> "<!DOCTYPE html>";
            case "csv" -> export == ExportCatalogue.CSV || export == ExportCatalogue.DIAGNOSIS ? "epoch," : "index,";
            case "json" -> export == ExportCatalogue.DIAGNOSIS_JSON ? "{\"origin\":\"{" : "{\"program\":\"Latent Lab ";
            case "npz", "zip" -> "PK\u0003\u0004";
            // Its header is as long as the first eight bytes say, and begins with what the file is.
            case "safetensors" -> "";
            case "onnx" -> "\b\u0007\u0012\nLatent Lab";
            case "py" -> "#!/usr/bin/env python3\n";
            case "txt" -> "Autoencoder(";
            default -> throw new AssertionError("what does a ." + export.extension() + " begin with?");
        };
    }
}
