package latentlab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.lesson.Span.Style;
import latentlab.text.Problem;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads what stands in the sections of a lesson: paragraphs, lists, lines of code, and values of the run in braces. */
final class SpanReader {
    private static final Pattern BOX = Pattern.compile("\\[([ xX])\\]\\s+(.*)", Pattern.DOTALL);
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");
    /** Japanese is written without spaces, also where a line ends. */
    private static final Pattern BREAK_IN_JAPANESE = Pattern.compile(
            "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}、。])\\n|\\n(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");

    private final String file;

    SpanReader(String file) {
        this.file = file;
    }

    /**
     * @param measured whether values may stand there
     * @throws Problem for anything that is not shown, such as images and tables
     */
    List<Block> blocks(Node node, boolean measured) throws Problem {
        return switch (node) {
            case Paragraph paragraph -> List.of(new Block.Paragraph(spans(paragraph, measured)));
            case BulletList list -> items(list, Block.Item.BULLET, measured);
            case OrderedList list ->
                items(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber(), measured);
            case FencedCodeBlock code ->
                List.of(new Block.Code(code.getLiteral().stripTrailing()));
            default -> throw Place.problem(file, BodyReader.line(node), "lesson.markdown");
        };
    }

    private List<Block> items(Node list, int first, boolean measured) throws Problem {
        List<Block> items = new ArrayList<>();
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!(item.getFirstChild() instanceof Paragraph paragraph) || paragraph.getNext() != null) {
                throw Place.problem(file, BodyReader.line(item), "lesson.item");
            }
            items.add(new Block.Item(number, spans(paragraph, measured)));
            number += first == Block.Item.BULLET ? 0 : 1;
        }
        return items;
    }

    private List<Span> spans(Node block, boolean measured) throws Problem {
        List<Span> spans = new ArrayList<>();
        add(spans, block, Style.PLAIN, BodyReader.line(block), measured);
        return List.copyOf(spans);
    }

    private void add(List<Span> into, Node parent, Style style, int line, boolean measured) throws Problem {
        StringBuilder words = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> words.append(text.getLiteral());
                case SoftLineBreak _ -> words.append('\n');
                case HardLineBreak _ -> words.append('\n');
                case Code code -> {
                    flush(into, words, style, line, measured);
                    into.add(new Span.Words(code.getLiteral(), Style.CODE));
                }
                case Emphasis _ -> {
                    flush(into, words, style, line, measured);
                    add(into, node, Style.EMPHASIS, line, measured);
                }
                case StrongEmphasis _ -> {
                    flush(into, words, style, line, measured);
                    add(into, node, Style.STRONG, line, measured);
                }
                default -> throw Place.problem(file, line, "lesson.markdown");
            }
        }
        flush(into, words, style, line, measured);
    }

    /** Takes the words gathered, with the values that stand in them in braces. */
    private void flush(List<Span> into, StringBuilder gathered, Style style, int line, boolean measured)
            throws Problem {
        String words = BREAK_IN_JAPANESE.matcher(gathered).replaceAll("").replace('\n', ' ');
        gathered.setLength(0);
        Matcher braces = BRACES.matcher(words);
        int from = 0;
        while (braces.find()) {
            if (!measured) {
                throw Place.problem(file, line, "lesson.valueTooEarly", braces.group());
            }
            if (braces.start() > from) {
                into.add(new Span.Words(words.substring(from, braces.start()), style));
            }
            try {
                into.add(new Span.Filled(MeasuredValue.parse(braces.group(1)), style));
            } catch (Problem problem) {
                throw Place.problem(file, line, problem);
            }
            from = braces.end();
        }
        String rest = words.substring(from);
        if (rest.contains("{") || rest.contains("}")) {
            throw Place.problem(file, line, "lesson.brace");
        }
        if (!rest.isEmpty()) {
            into.add(new Span.Words(rest, style));
        }
    }

    /** @return the words of a node, whatever they look like */
    String plain(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak _ -> words.append('\n');
                default -> words.append(plain(child));
            }
        }
        return BREAK_IN_JAPANESE
                .matcher(words)
                .replaceAll("")
                .replace('\n', ' ')
                .strip();
    }

    /** Whether a list has boxes to choose from. */
    boolean isChoice(BulletList list) {
        return BOX.matcher(plain(list.getFirstChild())).matches();
    }

    boolean isRight(Node item) {
        Matcher box = BOX.matcher(plain(item));
        return box.matches() && !box.group(1).isBlank();
    }

    String choice(Node item) throws Problem {
        Matcher box = BOX.matcher(plain(item));
        if (!(item instanceof ListItem) || !box.matches()) {
            throw Place.problem(file, BodyReader.line(item), "lesson.box");
        }
        return box.group(2);
    }
}
