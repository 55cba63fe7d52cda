package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapChoiceTest {
    /** What lays points out step by step stays where there are dimensions to lose; others become the default. */
    @ParameterizedTest
    @CsvSource({
        "LATENT, TSNE, 5, TSNE",
        "LATENT, UMAP, 5, UMAP",
        "LATENT, UMAP, 2, UMAP",
        "LATENT, UMAP, 1, UNITS",
        "LATENT, UNITS, 5, PRINCIPAL",
        "PIXELS, UMAP, 1, UMAP",
        "PIXELS, PRINCIPAL, 5, PRINCIPAL"
    })
    void inAnotherDimension(MapSource source, MapMethod method, int latent, MapMethod then) {
        MapChoice before = new MapChoice(source, method, 2, 3);
        assertThat(before.inDimension(latent)).isEqualTo(new MapChoice(source, then, 0, Math.min(1, latent - 1)));
    }
}
