package masar;

import masar.launch.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Masar: {@code java -jar masar.jar [options] [VERB …]}; {@code help} lists the verbs. */
@SpringBootApplication
public class Application {

    public static void main(String[] arguments) {
        int code = new Launcher(Application.class).run(arguments, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }
}
