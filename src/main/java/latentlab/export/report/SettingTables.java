package latentlab.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentlab.data.AccountLines;
import latentlab.data.DataIdentity;
import latentlab.engine.settings.Setting;
import latentlab.run.RateChange;
import latentlab.run.Run;

/** What a run was made of: its data, the settings that somebody has chosen, and folded away all others. */
final class SettingTables {
    private final Page page;
    private final Words words;
    private final Run run;

    SettingTables(Page page, Words words, Run run) {
        this.page = page;
        this.words = words;
        this.run = run;
    }

    void write(List<RateChange> rateChanges) {
        data();
        List<Setting<?>> changed = new ArrayList<>();
        List<Setting<?>> others = new ArrayList<>();
        for (Setting<?> setting : Setting.ALL) {
            if (isChanged(setting)) {
                changed.add(setting);
            } else if (setting.appliesTo(run.config())) {
                others.add(setting);
            }
        }
        page.open("section").element("h2", words.text("settings"));
        if (changed.isEmpty()) {
            page.element("p", words.text("allUsual"));
        } else {
            page.element("p", words.text("changed"), "class", "muted");
            table(changed, true);
        }
        for (RateChange change : rateChanges) {
            page.element("p", words.text("rateChange", change.epoch(), change.before(), change.after()));
        }
        page.open("details", "class", "printed").element("summary", words.text("others", others.size()));
        table(others, false);
        page.close().close();
    }

    private void data() {
        DataIdentity data = run.start().data();
        page.open("section").element("h2", words.text("data"));
        AccountLines.of(run.dataset())
                .forEach(line -> page.element("p", words.messages().text(line.brief())));
        List<String> origin = new ArrayList<>(List.of(data.origin()));
        data.request().words().forEach((word, value) -> origin.add("--" + word + " " + value));
        page.open("p")
                .text(words.text("origin") + " ")
                .element("code", String.join(" ", origin))
                .close();
        page.open("p")
                .text(words.text("hash") + " ")
                .element("code", data.hash())
                .close();
        page.close();
    }

    private <T> boolean isChanged(Setting<T> setting) {
        return !run.config().get(setting).equals(setting.initial());
    }

    private void table(List<Setting<?>> settings, boolean changed) {
        page.open("div", "class", "wide").open("table").open("thead").open("tr");
        page.element("th", words.text("setting"), "scope", "col");
        page.element("th", words.text("value"), "scope", "col");
        if (changed) {
            page.element("th", words.text("usual"), "scope", "col");
        }
        page.close().close().open("tbody");
        settings.forEach(setting -> row(setting, changed));
        page.close().close().close();
    }

    private <T> void row(Setting<T> setting, boolean changed) {
        page.open("tr").open("th", "scope", "row");
        page.text(words.messages().text("engine.setting." + setting.name())).close();
        if (changed) {
            page.open("td")
                    .element("mark", value(setting, run.config().get(setting)))
                    .close();
            page.element("td", value(setting, setting.initial()), "class", "muted");
        } else {
            page.element("td", value(setting, run.config().get(setting)));
        }
        page.close();
    }

    private <T> String value(Setting<T> setting, T value) {
        String word =
                switch (value) {
                    case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
                    case Boolean on -> on ? "on" : "off";
                    default -> "";
                };
        if (!word.isEmpty()) {
            return words.messages().text("view.choice." + word);
        }
        String text = setting.domain().text(value);
        return text.isEmpty() ? words.text("none") : text;
    }
}
