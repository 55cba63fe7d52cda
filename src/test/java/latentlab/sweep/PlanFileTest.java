package latentlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentlab.data.DataRequest;
import latentlab.data.Problems;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    private static final Plan PLAN = new Plan(
            DataRequest.of("/data/ images é", Map.of("size", "20", "test", "/data/test")),
            TrainingConfig.DEFAULT.withEpochs(3).withLearningRate(0.0001).withSeed(-7),
            List.of(
                    Swept.parse(Setting.HIDDEN, "512-256;256;"),
                    Swept.parse(Setting.SPARSITY, "0.00002..0.5"),
                    Swept.parse(Setting.SHUFFLE, "true,false")),
            2,
            Design.LOW_DISCREPANCY,
            5);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("plan.json");
    }

    private void write(Plan plan) throws Exception {
        PlanFile.hold(folder, plan, plan.trials()).close();
    }

    @Test
    void aPlanIsReadAsItWasWritten() throws Exception {
        write(PLAN);
        assertThat(PlanFile.read(folder)).isEqualTo(PLAN);
        assertThat(PlanFile.read(folder).trials()).isEqualTo(PLAN.trials());
    }

    @Test
    void whatIsNoPlanIsToldInASentence() throws Exception {
        Problems.of(() -> PlanFile.read(folder), "sweep.plan.missing", file().toString());
        write(PLAN);
        String text = Files.readString(file());
        Files.writeString(file(), text.replace("\"format\":1", "\"format\":2"));
        Problems.of(() -> PlanFile.read(folder), "sweep.plan.newer", file().toString());
        for (String damaged : List.of(
                "",
                "{}",
                "[1]",
                text + "{}",
                text.substring(0, text.length() / 2),
                text.replace("\"seeds\":2", "\"seeds\":3"),
                text.replace("\"seeds\":2", "\"seeds\":99999999999"),
                text.replace("\"shuffle\"", "\"shuffled\""),
                text.replace("true,false", "yes,no"),
                text.replace("low-discrepancy", "lottery"),
                text.replace("\"epochs\":\"3\"", "\"epochs\":\"0\""))) {
            assertThat(damaged).isNotEqualTo(text);
            Files.writeString(file(), damaged);
            Problems.of(() -> PlanFile.read(folder), "sweep.plan.damaged", file().toString());
        }
    }
}
