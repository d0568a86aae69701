package broken.house.stairs;

import broken.house.attic.internal.Diary;

/** Uses what the attic hides. */
public class Step {

    private final Diary diary = new Diary();

    @Override
    public String toString() {
        return diary.toString();
    }
}
