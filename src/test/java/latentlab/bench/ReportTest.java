package latentlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReportTest {
    private static final Sentence WHAT = Sentence.of("bench.figure.ratio");

    @Test
    void aProgramCanReadItWhateverTheFolderIsCalled() throws Exception {
        String origin = "C:\\images of \"me\"\n画像";
        List<Figure> figures = List.of(
                new Figure("a.ratio", WHAT, 0.25, Unit.RATIO, 0.2), Figure.of("b.seconds", WHAT, 1e-7, Unit.SECONDS));

        JsonNode read = new ObjectMapper().readTree(Report.json(origin, figures, Instant.EPOCH));

        assertThat(read.get("data").asString()).isEqualTo(origin);
        assertThat(read.get("time").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(read.get("figures").get(0).toString())
                .isEqualTo("{\"name\":\"a.ratio\",\"value\":0.25,\"unit\":\"ratio\",\"goal\":0.2,\"met\":false}");
        assertThat(read.get("figures").get(1).toString())
                .isEqualTo("{\"name\":\"b.seconds\",\"value\":1.0E-7,\"unit\":\"seconds\"}");
    }

    @Test
    void theFirstTwoTimesDoNotCount() {
        Times times = new Times();
        for (double time : new double[] {90, 80, 3, 1, 2, 4}) {
            times.add(time);
        }
        assertThat(times.median()).isEqualTo(2.5);
    }
}
