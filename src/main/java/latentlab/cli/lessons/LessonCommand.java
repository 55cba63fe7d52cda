package latentlab.cli.lessons;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Values;
import latentlab.cli.terminal.Screen;
import latentlab.lesson.Lesson;
import latentlab.lesson.LessonReader;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code lesson check} command: tells whoever writes lessons whether they are right. */
public final class LessonCommand implements Command {
    private final Screen screen;
    private final Messages messages;
    private final Command check = new Check();

    public LessonCommand(Screen screen, Messages messages) {
        this.screen = screen;
        this.messages = messages;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "lesson", "cli.lesson.about");
        CommandSpec own = check.spec(options);
        options.addLanguageAndHelp(own);
        spec.addSubcommand(own.name(), own);
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        if (!parsed.hasSubcommand()) {
            throw Problem.of("cli.lesson.what");
        }
        return check.run(parsed.subcommand());
    }

    private final class Check implements Command {
        @Override
        public CommandSpec spec(Options options) {
            CommandSpec spec = options.command(this, "check", "cli.lesson.check.about");
            options.addRequiredValues(spec, "FILE", new Values.Origin(), "cli.lesson.check.files");
            return spec;
        }

        /** One that is wrong does not keep the others from being read. */
        @Override
        public boolean run(ParseResult parsed) {
            List<String> files = parsed.matchedPositionalValue(0, List.of());
            boolean fine = true;
            for (String file : files) {
                fine &= check(file);
            }
            return fine;
        }

        private boolean check(String file) {
            try {
                Lesson lesson = LessonReader.read(Path.of(file));
                screen.out()
                        .println(messages.text(
                                "cli.lesson.check.fine",
                                file,
                                lesson.steps().size(),
                                lesson.title().in(messages.locale())));
                return true;
            } catch (Problem problem) {
                screen.err().println(messages.text(problem.sentence()));
            } catch (IOException | IllegalArgumentException _) {
                screen.err().println(messages.text(Sentence.of("cli.lesson.unreadable", file)));
            }
            return false;
        }
    }
}
