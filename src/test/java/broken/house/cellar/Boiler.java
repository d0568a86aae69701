package broken.house.cellar;

import broken.house.attic.Window;

/** Uses the face of the attic without having said so. */
public class Boiler {

    private final Window window = new Window();

    @Override
    public String toString() {
        return window.toString();
    }
}
