package latentlab.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What each column of a table is for, told by its first rows.
 *
 * @param header whether the first row names the columns
 * @param count of columns
 * @param label the column of the labels, from 0 on; -1 where there is none
 * @param named whether the label's column was told by its name, or by being the only text
 * @param sure whether there is a reason for it to be that column
 * @param pixels the columns of pixels, in the order of the pixels
 * @param unused names of columns that are for nothing
 * @param height rows of an image where the names of columns say so; 0 where they do not, likewise {@code width}
 * @param point between a number's whole part and its fraction
 */
record TableColumns(
        boolean header,
        int count,
        int label,
        boolean named,
        boolean sure,
        int[] pixels,
        List<String> unused,
        int height,
        int width,
        char point) {
    private static final List<String> LABELS = List.of(
            "label",
            "labels",
            "class",
            "classes",
            "target",
            "y",
            "digit",
            "letter",
            "character",
            "char",
            "category",
            "species",
            "ラベル",
            "クラス",
            "正解");
    private static final Set<String> OTHERS =
            Set.of("", "unnamed: 0", "index", "idx", "id", "imageid", "image_id", "file", "filename", "path", "usage");
    private static final Pattern PLACE = Pattern.compile("\\D*?([0-9]{1,4})\\s*[x,_-]\\s*([0-9]{1,4})");
    private static final Pattern NUMBERED = Pattern.compile("\\D*(?<number>[0-9]{1,7})\\D*");
    private static final Pattern FRACTION = Pattern.compile("[0-9]+\\.[0-9]+");
    /** Numbers that follow one another and name columns in place of being pixels go at least that far. */
    private static final int TOO_LARGE = 255;

    /** @param rows the first ones, at least one, all of them as long as the first or left out */
    static TableColumns of(List<List<String>> rows, char point) {
        return new Finder(rows, point).find();
    }

    /** @return the same columns for another file with as many, whose first row is its own and may name others */
    TableColumns like(TableColumns own) {
        boolean alike = own.pixels.length == pixels.length && (own.label < 0) == (label < 0);
        if (header && own.header && alike && (own.named || label < 0)) {
            return own;
        }
        return new TableColumns(own.header, count, label, named, sure, pixels, unused, height, width, own.point);
    }

    /** Whether the columns of pixels are in another order than the pixels. */
    boolean shuffled() {
        return IntStream.range(1, pixels.length).anyMatch(i -> pixels[i] < pixels[i - 1]);
    }

    /** Whether so many numbers are a square, of one number a pixel or of three. */
    static boolean square(int count) {
        return count > 0 && (root(count) || count % 3 == 0 && root(count / 3));
    }

    private static boolean root(int count) {
        long side = Math.round(Math.sqrt(count));
        return side * side == count;
    }

    private static final class Finder {
        private final List<List<String>> rows;
        private final DecimalText numbers;
        private final char point;
        private final List<String> first;
        private final int count;

        Finder(List<List<String>> rows, char point) {
            this.rows = rows;
            this.point = point;
            numbers = new DecimalText(point);
            first = rows.getFirst();
            count = first.size();
        }

        private boolean number(String field) {
            return !Double.isNaN(numbers.parse(field));
        }

        /** Whether a column has numbers below its first row; in a table of one row, in that. */
        private boolean numeric(int column) {
            List<List<String>> below = rows.size() > 1 ? rows.subList(1, rows.size()) : rows;
            long found = below.stream().filter(row -> number(row.get(column))).count();
            return 2 * found > below.size();
        }

        TableColumns find() {
            boolean[] numeric = new boolean[count];
            for (int column = 0; column < count; column++) {
                numeric[column] = numeric(column);
            }
            boolean header = header(numeric);
            int label = header ? labelByName() : -1;
            List<Integer> texts = new ArrayList<>();
            List<Integer> pixels = new ArrayList<>();
            List<String> unused = new ArrayList<>();
            for (int column = 0; column < count; column++) {
                if (header && column != label && OTHERS.contains(name(column))) {
                    unused.add(described(column));
                } else if (column != label) {
                    (numeric[column] ? pixels : texts).add(column);
                }
            }
            if (label < 0 && texts.size() == 1) {
                label = texts.removeFirst();
            }
            texts.forEach(column -> unused.add(described(column)));
            boolean named = label >= 0;
            boolean sure = true;
            if (label < 0 && !square(pixels.size()) && square(pixels.size() - 1)) {
                int evident = evident(header, pixels);
                sure = evident >= 0;
                label = sure ? evident : pixels.getFirst();
                pixels.remove((Integer) label);
            }
            int[] columns = (header ? byNumber(pixels) : pixels)
                    .stream().mapToInt(Integer::intValue).toArray();
            int[] sides = header ? sides(columns) : new int[2];
            return new TableColumns(
                    header, count, label, named, sure, columns, List.copyOf(unused), sides[0], sides[1], point);
        }

        private String name(int column) {
            return first.get(column).strip().toLowerCase(Locale.ROOT);
        }

        private String described(int column) {
            String name = first.get(column).strip();
            return name.isEmpty() ? "#" + (column + 1) : name;
        }

        private boolean header(boolean... numeric) {
            List<String> overNumbers = IntStream.range(0, count)
                    .filter(column -> numeric[column])
                    .mapToObj(first::get)
                    .toList();
            if (rows.size() < 2 || overNumbers.isEmpty()) {
                return IntStream.range(0, count).noneMatch(column -> numeric[column]);
            }
            long names = overNumbers.stream().filter(field -> !number(field)).count();
            return 2 * names >= overNumbers.size() || counting(overNumbers, names > 0) || repeated(overNumbers);
        }

        /** As some programs name columns that have no names: 0, 1, 2, … */
        private boolean counting(List<String> fields, boolean someNames) {
            List<Double> found = fields.stream()
                    .map(numbers::parse)
                    .filter(each -> !each.isNaN())
                    .toList();
            for (int i = 1; i < found.size(); i++) {
                if (found.get(i) - found.get(i - 1) != 1) {
                    return false;
                }
            }
            return found.size() > 1 && (someNames || found.getLast() > TOO_LARGE);
        }

        /** A row of pixels that became names, of which no two are the same: 0, 0.1, 0.2, … */
        private boolean repeated(List<String> fields) {
            long fractions = fields.stream()
                    .filter(field -> FRACTION.matcher(field.strip()).matches())
                    .count();
            return 2 * fractions > fields.size()
                    && rows.stream().skip(1).flatMap(List::stream).noneMatch(field -> field.indexOf('.') >= 0);
        }

        private int labelByName() {
            for (String label : LABELS) {
                for (int column = 0; column < count; column++) {
                    if (name(column).equals(label)) {
                        return column;
                    }
                }
            }
            return -1;
        }

        /** @return which of the first and the last column is that of labels, or -1 where nothing tells */
        private int evident(boolean header, List<Integer> columns) {
            int start = columns.getFirst();
            int end = columns.getLast();
            if (header && !number(first.get(columns.get(1)))) {
                String second = stem(columns.get(1));
                boolean startApart = !stem(start).equals(second);
                boolean endApart = !stem(end).equals(second);
                if (startApart != endApart) {
                    return startApart ? start : end;
                }
            }
            int startGaps = gaps(header, start);
            int endGaps = gaps(header, end);
            return startGaps == endGaps ? -1 : startGaps < endGaps ? start : end;
        }

        private String stem(int column) {
            return name(column).replaceAll("[0-9]+", "");
        }

        /** Labels are whole numbers with few gaps between them; a corner's pixel never changes, or has any value. */
        private int gaps(boolean header, int column) {
            Set<Double> values = new HashSet<>();
            for (List<String> row : rows.subList(header ? 1 : 0, rows.size())) {
                double value = numbers.parse(row.get(column));
                if (value != Math.rint(value)) {
                    return Integer.MAX_VALUE;
                }
                values.add(value);
            }
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted.length < 2
                    ? Integer.MAX_VALUE - 1
                    : (int) (sorted[sorted.length - 1] - sorted[0]) + 1 - sorted.length;
        }

        /** @return some columns in the order of the numbers in their names, where these are all that differs */
        private List<Integer> byNumber(List<Integer> columns) {
            Map<Integer, Integer> byNumber = new TreeMap<>();
            for (int column : columns) {
                Matcher name = NUMBERED.matcher(name(column));
                boolean alike = name.matches() && stem(column).equals(stem(columns.getFirst()));
                if (!alike || byNumber.put(Integer.parseInt(name.group("number")), column) != null) {
                    return columns;
                }
            }
            return List.copyOf(byNumber.values());
        }

        /** @return height and width, where names of columns are places: 1x1, 1x2, …; else zeros */
        private int[] sides(int... columns) {
            Set<List<Integer>> places = new HashSet<>();
            int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE};
            int[] most = new int[2];
            for (int column : columns) {
                Matcher matcher = PLACE.matcher(name(column));
                if (!matcher.matches()) {
                    return new int[2];
                }
                List<Integer> place = List.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                places.add(place);
                for (int side = 0; side < 2; side++) {
                    least[side] = Math.min(least[side], place.get(side));
                    most[side] = Math.max(most[side], place.get(side));
                }
            }
            int[] sides = {most[0] - least[0] + 1, most[1] - least[1] + 1};
            boolean whole = places.size() == columns.length && sides[0] * sides[1] == columns.length;
            return whole ? sides : new int[2];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableColumns columns
                && count == columns.count
                && label == columns.label
                && Arrays.equals(pixels, columns.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * count + label;
    }
}
