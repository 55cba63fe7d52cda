package latentlab.data.pictures;

import java.util.Comparator;

/** The order of paths with slashes: a folder's content in one row, whatever its name begins with. */
final class PictureOrder implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                return left == '/' ? -1 : right == '/' ? 1 : Character.compare(left, right);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
