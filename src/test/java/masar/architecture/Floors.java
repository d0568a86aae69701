package masar.architecture;

import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house rules of modules, for any house. */
final class Floors {

    private Floors() {}

    /** Uses of what another module hides or what its own module has not declared; one sentence each. */
    static List<String> undeclaredUses(ApplicationModules modules) {
        return modules.detectViolations().getMessages();
    }

    /** Modules that stand on no floor, and uses of something above; on a floor, the left may be used by the right. */
    static List<String> violations(ApplicationModules modules, List<List<String>> floors) {
        var order = floors.stream().flatMap(List::stream).toList();
        var wrong = new ArrayList<String>();
        for (ApplicationModule module : modules) {
            String name = module.getIdentifier().toString();
            if (!order.contains(name)) {
                wrong.add(name + " stands on no floor");
            }
            usedBy(modules, module).stream()
                    .filter(used -> !used.equals(name) && order.indexOf(used) > order.indexOf(name))
                    .forEach(used -> wrong.add(name + " uses " + used));
        }
        return wrong;
    }

    /** Uses between two modules that must not see each other. */
    static List<String> between(ApplicationModules modules, String one, String other) {
        var wrong = new ArrayList<String>();
        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            modules.getModuleByName(pair.getFirst())
                    .filter(module -> usedBy(modules, module).contains(pair.getLast()))
                    .ifPresent(module -> wrong.add(pair.getFirst() + " uses " + pair.getLast()));
        }
        return wrong;
    }

    private static List<String> usedBy(ApplicationModules modules, ApplicationModule module) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(each -> each.getIdentifier().toString())
                .toList();
    }
}
