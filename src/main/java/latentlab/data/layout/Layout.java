package latentlab.data.layout;

import java.util.List;
import latentlab.data.Account;
import latentlab.text.Problem;

/**
 * Which pictures are for training and which for testing, and of which classes they are, by the folders they lie in.
 *
 * <ul>
 *   <li>Folders whose names say so are the parts, see {@link PartName}. Validation images join the training images (of
 *       which a fifth is held back for validation anyway), or are the test images where there are no others.
 *   <li>In a part, or in all where there are no parts, folders are classes, however deep a picture lies in them.
 *       Pictures right in it are in no class.
 *   <li>A folder that holds nothing but another one is looked into; so is one with a name such as {@code images}, and
 *       one of several that has the parts and most of the pictures.
 *   <li>Classes may have the parts in them instead: {@code cats/train}, {@code cats/test}, {@code dogs/train}, …
 *   <li>Where training images have classes, images in none are left out: of a test part it cannot be told what they
 *       show. </ul>
 *
 * @param train at least one part
 * @param test none where test images are to be held back from the others
 * @param account how that was found, what is left out, which names were taken for one
 */
public record Layout(List<Part> train, List<Part> test, Account account) {
    /**
     * @param names paths of the pictures within what was opened, with slashes; at least one
     * @param place what was opened, for sentences
     * @throws Problem if it cannot be told what the pictures are meant to be
     */
    public static Layout of(List<String> names, String place) throws Problem {
        return new LayoutSearch(names, place).layout();
    }
}
