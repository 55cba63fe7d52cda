package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.model.Filters;
import latentlab.engine.model.Inference;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The channels of a colour image are to a model what more rows of a grey one are. */
class ColourImagesTest {
    private static final Dataset COLOUR = MadeUpImages.inColour(60, 4, 5);
    private static final ImageShape TALL = ImageShape.grey(12, 5);
    private static final Dataset GREY =
            new Dataset(COLOUR.name(), "grey", tall(COLOUR.train()), tall(COLOUR.test()), List.of());

    private static ImageSet tall(ImageSet images) {
        return new ImageSet(images.count(), TALL, images.pixels(), images.labels());
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void trainAsGreyImagesOfTheSameValuesDo(ModelKind kind) throws Exception {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withKind(kind).withLatent(3).withBatch(16);
        try (Trainer colour = new Trainer(config, COLOUR);
                Trainer grey = new Trainer(config, GREY)) {
            assertThat(colour.train((_, _) -> 0.01).validLoss())
                    .isEqualTo(grey.train((_, _) -> 0.01).validLoss());
            assertThat(colour.parameters()).isEqualTo(grey.parameters());
            assertThat(ModelSummary.layers(colour.model())).contains("Flatten(3x4x5 -> 60)", "Unflatten(60 -> 3x4x5)");
            try (Inference inference = new Inference(colour.model(), config);
                    Inference tall = new Inference(grey.model(), config)) {
                float[] parameters = colour.parameters();
                int[] some = {3, 1};
                assertThat(inference.reconstruct(parameters, COLOUR.test(), some))
                        .usingRecursiveComparison()
                        .isEqualTo(tall.reconstruct(parameters, GREY.test(), some));
                assertThat(inference.decode(parameters, new float[] {0.1f, 0.5f, 0.9f}))
                        .hasSize(3 * 4 * 5)
                        .isEqualTo(tall.decode(parameters, new float[] {0.1f, 0.5f, 0.9f}));
                Filters filters = Filters.of(inference, parameters, COLOUR.test());
                assertThat(filters.shape()).isEqualTo(COLOUR.shape());
                assertThat(filters.banks().getFirst().weights())
                        .isEqualTo(Filters.of(tall, parameters, GREY.test())
                                .banks()
                                .getFirst()
                                .weights());
            }
        }
    }
}
