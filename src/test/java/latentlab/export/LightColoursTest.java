package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import latentlab.figure.Role;
import org.junit.jupiter.api.Test;

class LightColoursTest {
    /** What the window takes from its theme, whose style sheets have no plain colours. */
    private static final List<Role> OF_THE_THEME =
            List.of(Role.BACKGROUND, Role.TEXT, Role.MUTED, Role.GRID, Role.ACCENT, Role.ACCENT_AREA);

    @Test
    void areThoseOfTheWindowsLightTheme() throws Exception {
        Map<Role, Color> light = new EnumMap<>(Role.class);
        for (String name : List.of("charts", "explore")) {
            String sheet;
            try (InputStream in = LightColours.class.getResourceAsStream("/latentlab/view/" + name + ".css")) {
                sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            // The light theme's come first.
            Pattern.compile("-ll-([a-z0-9-]+): (#[0-9a-f]{6});")
                    .matcher(sheet)
                    .results()
                    .forEach(match -> light.putIfAbsent(
                            Role.valueOf(match.group(1).toUpperCase(Locale.ROOT).replace('-', '_')),
                            Color.decode(match.group(2))));
        }

        for (Role role : Role.themed()) {
            if (!OF_THE_THEME.contains(role)) {
                assertThat(LightColours.of(role)).as("%s", role).isEqualTo(light.get(role));
            }
        }
    }
}
