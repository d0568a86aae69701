package masar.demo;

import masar.Application;
import masar.launch.Launcher;

/** Masar with an invented world. It lives among the tests, so it cannot be shipped. */
public final class DemoApplication {

    private DemoApplication() {}

    public static void main(String[] arguments) {
        System.setProperty("masar.demonstration", "true");
        int code = new Launcher(Application.class).run(arguments, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }
}
