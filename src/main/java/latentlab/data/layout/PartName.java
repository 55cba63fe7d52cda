package latentlab.data.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder's name that says which part of a dataset is in it: {@code train}, {@code Testing}, {@code val2017}, {@code
 * test_set}, {@code trainImages}, {@code 訓練データ}, {@code seg_train}, …
 *
 * @param purpose what the part is for
 * @param rest what else the name says: parts of one dataset agree in it
 */
record PartName(Purpose purpose, String rest) {
    private static final Map<String, Purpose> WORDS = words();
    /** Say nothing of what a part is for. */
    private static final Set<String> FILLERS = Set.of(
            "set",
            "sets",
            "data",
            "dataset",
            "datasets",
            "image",
            "images",
            "img",
            "imgs",
            "picture",
            "pictures",
            "photo",
            "photos",
            "split",
            "part",
            "folder",
            "file",
            "files",
            "sample",
            "samples",
            "example",
            "examples");
    /** The same in scripts that put no spaces between words. */
    private static final Pattern CLOSE_FILLERS =
            Pattern.compile("データセット|データ|セット|サンプル|画像|写真|フォルダー?|用|集|数据|数據|資料|图像|圖像|이미지|데이터|세트|셋");
    /** {@code testset}, {@code traindata}. */
    private static final Pattern GLUED = Pattern.compile("(?<word>.+?)(set|data|dataset|images|imgs|img|split)");

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    /** As MNIST calls its ten thousand test images. */
    private static final Pattern TEN_THOUSAND = Pattern.compile("(?<![a-z0-9])t10k(?![a-z0-9])");

    private static Map<String, Purpose> words() {
        Map<String, Purpose> words = new HashMap<>();
        Stream.of("train", "training", "trainings", "trn", "learn", "learning", "訓練", "学習", "トレーニング", "教師")
                .forEach(word -> words.put(word, Purpose.TRAIN));
        Stream.of("训练", "학습", "훈련", "entrenamiento", "entrainement", "entraînement", "apprentissage", "обучение")
                .forEach(word -> words.put(word, Purpose.TRAIN));
        Stream.of("val", "valid", "validation", "validate", "dev", "検証", "バリデーション", "验证", "驗證", "검증")
                .forEach(word -> words.put(word, Purpose.VALIDATION));
        Stream.of("test", "tests", "testing", "tst", "holdout", "テスト", "試験", "测试", "測試", "테스트", "prueba", "тест")
                .forEach(word -> words.put(word, Purpose.TEST));
        Stream.of("eval", "evaluation", "evaluate", "評価", "评估", "評估", "평가")
                .forEach(word -> words.put(word, Purpose.EVALUATION));
        return Map.copyOf(words);
    }

    /** @return null if the name says nothing of that kind */
    static PartName of(String folder) {
        List<String> rest = new ArrayList<>();
        Purpose purpose = null;
        List<String> words = wordsOf(folder);
        for (int i = 0; i < words.size(); i++) {
            Purpose said = purpose(words.get(i));
            boolean outermost = i == 0 || i == words.size() - 1;
            if (said == null || !outermost) {
                rest.add(words.get(i));
            } else if (purpose == null) {
                purpose = said;
            } else {
                purpose = together(purpose, said);
                if (purpose == null) {
                    return null;
                }
            }
        }
        return purpose == null ? null : new PartName(purpose, String.join(" ", rest));
    }

    /** Training and validation in one are for training; of no other two can it be told. */
    private static Purpose together(Purpose one, Purpose other) {
        boolean training = one == Purpose.TRAIN || other == Purpose.TRAIN;
        boolean validation = one == Purpose.VALIDATION || other == Purpose.VALIDATION;
        return training && validation ? Purpose.TRAIN : one == other ? one : null;
    }

    private static Purpose purpose(String word) {
        return word.equals("trainval") ? Purpose.TRAIN : WORDS.get(word);
    }

    private static List<String> wordsOf(String folder) {
        // Full width letters become narrow ones, and marks join their letters, as in テ and デ from a Mac.
        String plain = Normalizer.normalize(folder, Normalizer.Form.NFKC);
        // A Turkish capital I has a dot, which it keeps when it becomes small.
        String small = INNER_CAPITAL
                .matcher(plain)
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replace("\u0307", "")
                .replace('ı', 'i');
        String spaced = CLOSE_FILLERS
                .matcher(TEN_THOUSAND.matcher(small).replaceAll("test"))
                .replaceAll(" ");
        return NO_LETTERS
                .splitAsStream(spaced)
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .map(PartName::unglued)
                .toList();
    }

    private static String unglued(String word) {
        Matcher glued = GLUED.matcher(word);
        return glued.matches() && purpose(glued.group("word")) != null ? glued.group("word") : word;
    }
}
