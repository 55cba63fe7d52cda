package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import latentlab.data.ImageOptions.Channels;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.ImageOptions.Invert;
import latentlab.data.ImageOptions.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataRequestTest {
    static Stream<DataRequest> requests() {
        return Stream.of(Fit.values())
                .flatMap(fit ->
                        Stream.of(Invert.values()).map(invert -> new ImageOptions(null, fit, invert, Channels.AUTO)))
                .flatMap(options -> Stream.of(
                        options,
                        new ImageOptions(new Size(24, 32), options.fit(), options.invert(), Channels.GREY),
                        new ImageOptions(new Size(1, 1), options.fit(), options.invert(), Channels.COLOUR)))
                .flatMap(options ->
                        Stream.of(new DataRequest("a", null, options), new DataRequest("a", "some where", options)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isMadeAgainFromItsWords(DataRequest request) {
        assertThat(DataRequest.of("a", request.words())).isEqualTo(request);
    }

    @Test
    void theDefaultNeedsNoWords() {
        assertThat(DataRequest.of("a").words()).isEmpty();
        assertThat(new DataRequest("a", null, new ImageOptions(new Size(24, 32), Fit.CROP, Invert.NO, Channels.GREY))
                        .words())
                .containsExactly(
                        Map.entry("size", "24x32"),
                        Map.entry("fit", "crop"),
                        Map.entry("invert", "no"),
                        Map.entry("channels", "grey"));
    }

    @Test
    void aSizeIsOneNumberOrTwo() {
        assertThat(Size.of("28")).isEqualTo(new Size(28, 28));
        assertThat(Size.of("512x1")).isEqualTo(new Size(512, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "513", "-1", "28x", "x28", "28x28x3", "28.5", "28 x 28", "99999999999999999999", "٢٨"})
    void anythingElseIsNone(String text) {
        assertThatThrownBy(() -> Size.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
