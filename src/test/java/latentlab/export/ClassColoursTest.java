package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassColoursTest {
    @Test
    void areThoseOfTheWindowInBothThemes() throws Exception {
        String sheet;
        try (InputStream in = ClassColours.class.getResourceAsStream("/latentlab/view/charts.css")) {
            sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Color> named = Pattern.compile("-ll-class-\\d: (#[0-9a-f]{6});")
                .matcher(sheet)
                .results()
                .map(match -> Color.decode(match.group(1)))
                .toList();

        assertThat(named).hasSize(20);
        assertThat(ClassColours.LIGHT.classes()).isEqualTo(named.subList(0, 10));
        assertThat(ClassColours.DARK.classes()).isEqualTo(named.subList(10, 20));
    }

    @Test
    void moreThanTenClassesHaveColoursOfTheirOwn() {
        assertThat(IntStream.range(0, 62).mapToObj(ClassColours.LIGHT::of)).doesNotHaveDuplicates();
        assertThat(ClassColours.LIGHT.of(-1)).isEqualTo(ClassColours.LIGHT.unlabelled());
    }
}
