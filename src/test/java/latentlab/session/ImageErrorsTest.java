package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The error of one image over the epochs. */
class ImageErrorsTest extends ModelWithService {
    @Test
    void areThoseOfEachEpochAndGoOnWithNewerOnes() {
        train(CONFIG.withEpochs(60));
        ImageErrors errors = new ImageErrors(run(), 4);
        ImageErrors.Known some = errors.more();
        assertThat(some.complete()).as("a few at a time").isFalse();
        assertThat(some.errors()).hasSize(50);
        assertThat(some.looked()).isEqualTo(50);
        ImageErrors.Known all = errors.more();
        assertThat(all.complete()).isTrue();
        assertThat(all.errors().keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 60).boxed().toList());
        all.errors()
                .forEach((epoch, error) ->
                        assertThat(error).isEqualTo(run().reconstruct(epoch, 4).errors()[0]));
        assertThat(errors.more().complete()).as("nothing new").isTrue();
    }
}
