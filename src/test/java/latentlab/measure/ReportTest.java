package latentlab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReportTest {
    private static final Sentence WHAT = Sentence.of("measure.figure.ratio");

    @Test
    void aProgramCanReadItWhateverTheFolderIsCalled() throws Exception {
        String origin = "C:\\images of \"me\"\n画像";
        List<Figure> figures = List.of(
                new Figure("a.ratio", WHAT, 0.25, Unit.RATIO, 0.2),
                Figure.of("b.seconds", WHAT, 1e-7, Unit.SECONDS),
                new Figure("c.seconds", WHAT, 2, Unit.SECONDS, Double.NaN, new Range(2, 3)));
        List<Turn> turns = List.of(
                new Turn(BenchmarkPart.K2, 2, null),
                new Turn(BenchmarkPart.TIED, 3, new Turn.Baseline("PyTorch \"9.9\"", 2, 8)));
        Machine machine = new Machine("Fast\\Processor", 2, "Haswell");

        JsonNode read = new ObjectMapper().readTree(Report.json(origin, machine, figures, turns, Instant.EPOCH));

        assertThat(read.get("data").asString()).isEqualTo(origin);
        assertThat(read.get("time").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(read.get("figures").get(0).toString())
                .isEqualTo("{\"name\":\"a.ratio\",\"value\":0.25,\"unit\":\"ratio\",\"goal\":0.2,\"met\":false}");
        assertThat(read.get("figures").get(1).toString())
                .isEqualTo("{\"name\":\"b.seconds\",\"value\":1.0E-7,\"unit\":\"seconds\"}");
        assertThat(read.get("figures").get(2).toString())
                .isEqualTo("{\"name\":\"c.seconds\",\"value\":2.0,\"unit\":\"seconds\",\"least\":2.0,\"most\":3.0}");
        assertThat(read.get("processor").asString()).isEqualTo("Fast\\Processor");
        assertThat(read.get("processors").asInt()).isEqualTo(2);
        assertThat(read.get("openblas").asString()).isEqualTo("Haswell");
        assertThat(read.get("turns").get(0).toString()).isEqualTo("{\"part\":\"k2\",\"seconds\":2.0}");
        assertThat(read.get("turns").get(1).get("baseline").toString())
                .isEqualTo("{\"program\":\"PyTorch \\\"9.9\\\"\",\"threads\":2,\"seconds\":8.0}");
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
