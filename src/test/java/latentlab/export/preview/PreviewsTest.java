package latentlab.export.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.Export.Subject;
import latentlab.export.ExportCatalogue;
import latentlab.export.ExportOption;
import latentlab.export.TrainedRun;
import latentlab.export.picture.View;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the window says of a file before it is written is what the file is. */
class PreviewsTest {
    private static final int EPOCHS = 90;
    private static final EpochRange FEW = new EpochRange(0, 30, 1);
    private static final int ROOM = 300;
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    @TempDir
    static Path folder;

    private static TrainedRun trained;
    private static Path temporary;

    @BeforeAll
    static void train() throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(4).withEpochs(EPOCHS);
        trained = TrainedRun.of(SmallDatasets.of(200, 60, 12, 10), config, folder.resolve("scratch"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    @AfterEach
    void leavesNothingBehind() throws Exception {
        assertThat(temporary).isEmptyDirectory();
    }

    private static Subject subject(EpochRange range, Map<ExportOption, Integer> chosen) {
        return new Subject(trained.run(), trained.history(), List.of(), chosen, range);
    }

    private static Preview preview(Export export, Subject subject) throws Problem {
        return new Previews(export, subject, ENGLISH, ROOM, ROOM, Progress.NONE).make(10, temporary);
    }

    private static long written(Export export, Subject subject) throws Exception {
        Path file = folder.resolve(export.fileName());
        export.writer().write(file, subject, ENGLISH, Progress.NONE);
        return Files.size(file);
    }

    /** Without what needs an ffmpeg. */
    static Stream<Export> exports() {
        return ExportCatalogue.ALL.stream().filter(export -> export != ExportCatalogue.MP4);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void theSizeIsThatOfTheFile(Export export) throws Exception {
        Subject subject = subject(FEW, Map.of());
        double real = written(export, subject);
        assertThat(preview(export, subject).bytes()).isBetween((long) (real / 1.01), (long) (real * 1.01));
    }

    static Stream<Export> ofEpochs() {
        return exports().filter(export -> export.extent(0) == Export.Extent.CHOSEN);
    }

    /** Of more epochs than are written for it. */
    @ParameterizedTest
    @MethodSource("ofEpochs")
    void theSizeOfManyEpochsIsThatOfTheFileWithinAFactor(Export export) throws Exception {
        Subject subject = subject(EpochRange.ALL, Map.of());
        assertThat(subject.epochs()).hasSizeGreaterThan(FileSize.WHOLE);
        double real = written(export, subject);
        assertThat(preview(export, subject).bytes()).isBetween((long) (real / 1.3), (long) (real * 1.3));
    }

    @Test
    void anAnimationHasItsFramesAndShowsTheEpochAskedFor() throws Exception {
        Subject subject = subject(new EpochRange(4, 24, 2), Map.of(ExportOption.TILE, 24));
        Preview preview = preview(ExportCatalogue.GIF, subject);
        assertThat(preview.frames()).isEqualTo(11);
        Preview.Pictures pictures = (Preview.Pictures) preview.content();
        assertThat(pictures.pictures()).hasSize(11);
        assertThat(pictures.first()).as("epoch 10 of 4, 6, 8, 10").isEqualTo(3);
        assertThat(pictures.pictures()).allSatisfy(each -> {
            assertThat(each.width()).isLessThanOrEqualTo(ROOM);
            assertThat(each.height()).isLessThanOrEqualTo(ROOM);
        });
        assertThat(pictures.pictures().getFirst().rgb())
                .isNotEqualTo(pictures.pictures().getLast().rgb());
        Preview larger = preview(ExportCatalogue.GIF, subject.with(ExportOption.TILE, 48));
        assertThat(larger.width()).isGreaterThan(preview.width());
        assertThat(preview(ExportCatalogue.GIF_MAP, subject).height()).isGreaterThan(preview.height() + 300);
    }

    @Test
    void aPictureHasItsSizeAndFitsIn() throws Exception {
        Map<ExportOption, Integer> chosen =
                Map.of(ExportOption.VIEW, View.GRID.ordinal(), ExportOption.WIDTH, 700, ExportOption.SCALE, 3);
        Preview png = preview(ExportCatalogue.PNG, subject(EpochRange.of(3), chosen));
        assertThat(png.width()).isEqualTo(2100);
        assertThat(png.frames()).isZero();
        Raster picture = ((Preview.Pictures) png.content()).pictures().getFirst();
        assertThat(Math.max(picture.width(), picture.height())).isBetween(ROOM - 1, ROOM);
        assertThat(preview(ExportCatalogue.PDF, subject(EpochRange.of(3), chosen))
                        .width())
                .isEqualTo(700);
    }

    @Test
    void tablesShowTheirFirstLinesAndModelsTheirShapes() throws Exception {
        Subject subject = subject(EpochRange.ALL, Map.of());
        assertThat(text(ExportCatalogue.CSV, subject))
                .startsWith("epoch,train_loss,valid_loss,dur,learning_rate,test_mse,test_psnr\n0,");
        assertThat(text(ExportCatalogue.JSON, subject)).startsWith("{\"program\":\"Latent Lab ");
        assertThat(text(ExportCatalogue.SCRIPT, subject)).startsWith("#!/usr/bin/env python3\n");
        for (Export export : List.of(ExportCatalogue.NPZ, ExportCatalogue.SAFETENSORS)) {
            assertThat(text(export, subject))
                    .containsPattern("encoder\\.weight +float32 +\\[4, 120]\n")
                    .containsPattern("decoder\\.bias +float32 +\\[120]\n");
        }
        assertThat(text(ExportCatalogue.ONNX, subject))
                .isEqualTo("images [n, 1, 12, 10]\n→ code [n, 4]\n→ reconstruction [n, 1, 12, 10]\n");
        assertThat(text(ExportCatalogue.ONNX_DECODER, subject))
                .isEqualTo("code [n, 4]\n→ reconstruction [n, 1, 12, 10]\n");
        assertThat(text(ExportCatalogue.RECONSTRUCTIONS, subject))
                .containsPattern("reconstructions +float32 +\\[91, 10, 1, 12, 10]\n");
    }

    private static String text(Export export, Subject subject) throws Problem {
        return ((Preview.Text) preview(export, subject).content()).text();
    }

    @Test
    void endsWhenItIsNoLongerWanted() {
        assertThatThrownBy(() -> new Previews(
                                ExportCatalogue.GIF, subject(FEW, Map.of()), ENGLISH, ROOM, ROOM, (fraction, _) -> {
                                    if (fraction > 0.5) {
                                        throw new CancellationException();
                                    }
                                })
                        .make(0, temporary))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void saysWhyThereIsNothingToSave() {
        assertThatThrownBy(() -> preview(ExportCatalogue.GIF, subject(EpochRange.of(200), Map.of())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aPictureMadeSmallerKeepsItsMean() {
        int[] stripes = new int[40 * 30];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? 0xFFFFFF : 0;
        }
        Raster small = Raster.within(40, 30, stripes, 20, 20);
        assertThat(small.width()).isEqualTo(20);
        assertThat(small.height()).isEqualTo(15);
        assertThat(small.rgb()).containsOnly(0xFF7F7F7F);
        assertThat(Raster.within(40, 30, stripes, 400, 400).width()).isEqualTo(40);
    }
}
