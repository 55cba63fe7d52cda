package latentlab.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;
import org.junit.jupiter.api.Test;

class EpochTableTest {
    private static String printed(EpochResult... results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EpochTable table = new EpochTable(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        for (EpochResult result : results) {
            table.print(result);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLossOfOnePartIsPrintedAsSkorchPrintsIt() {
        assertThat(printed(new EpochResult(1, 0.5, 0.25, 3, 0.01), new EpochResult(12, 0.25, 0.125, 30, 0.01)))
                .isEqualTo("""
                          epoch    train_loss    valid_loss     dur
                        -------  ------------  ------------  ------
                              1        0.5000        0.2500  3.0000
                             12        0.2500        0.1250  30.0000
                        """);
    }

    @Test
    void eachOfSeveralPartsHasTwoColumns() {
        List<LossPart> parts = List.of(new LossPart("reconstruction", 0.5, 0.25), new LossPart("kl", 2, 1));
        assertThat(printed(new EpochResult(1, 0.5, 0.25, 3, 0.01, parts))).isEqualTo("""
                          epoch    train_loss    valid_loss     dur  train_reconstruction  valid_reconstruction\
                              train_kl      valid_kl
                        -------  ------------  ------------  ------  --------------------  --------------------\
                          ------------  ------------
                              1        0.5000        0.2500  3.0000                0.5000                0.2500\
                                2.0000        1.0000
                        """);
    }
}
