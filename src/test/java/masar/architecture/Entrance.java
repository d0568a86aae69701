package masar.architecture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import masar.people.Visitor.Answer;
import masar.shared.Role;
import masar.shell.Door;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One address with one method, the door before it, and what is wrong with an answer that came out of it. */
record Entrance(String method, String pattern, @Nullable Door door, HandlerMethod handler) {

    /** Every entrance to the handlers of these packages, by address. */
    static List<Entrance> all(RequestMappingHandlerMapping mappings, String packages) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().startsWith(packages))
                .flatMap(each -> each.getKey().getPatternValues().stream()
                        .flatMap(pattern -> methods(
                                        each.getKey().getMethodsCondition().getMethods())
                                .map(method ->
                                        new Entrance(method, pattern, doorOf(each.getValue()), each.getValue()))))
                .sorted(Comparator.comparing(Entrance::pattern).thenComparing(Entrance::method))
                .toList();
    }

    /** Handlers without a door, and with methods that Masar does not use. */
    static List<String> withoutDoor(List<Entrance> entrances) {
        return entrances.stream()
                .filter(each ->
                        each.door() == null || !Set.of("GET", "POST", "ANY").contains(each.method()))
                .map(each -> each.name() + " " + each.handler())
                .toList();
    }

    /** Entrances that are open to strangers and not named, or named and not open. */
    static List<String> openOtherwiseThan(Set<String> named, List<Entrance> entrances) {
        var open = new TreeSet<String>();
        entrances.stream().filter(Entrance::open).map(Entrance::name).forEach(open::add);
        return Stream.concat(
                        open.stream().filter(each -> !named.contains(each)),
                        named.stream().filter(each -> !open.contains(each)))
                .toList();
    }

    /** Pages behind a door that no row of this table of pages walks; {@code SELAM}, {@code 1} and the like are ids. */
    static List<String> withoutRow(List<Entrance> entrances, List<String> rows) {
        var walked = rows.stream()
                .map(row -> row.replaceAll("/[A-Z]+(?=/|$)", "/{}").replaceAll("/\\d+(?=/|$)", "/{}"))
                .toList();
        return entrances.stream()
                .filter(each -> each.method().equals("GET") && !each.open())
                .map(Entrance::pattern)
                .filter(pattern -> !walked.contains(pattern.replaceAll("\\{\\w+}", "{}")))
                .toList();
    }

    String name() {
        return method + " " + pattern;
    }

    boolean open() {
        return door != null && door.open();
    }

    boolean opensTo(Role role) {
        return door != null
                && (door.open()
                        || door.value().length == 0
                        || Arrays.asList(door.value()).contains(role));
    }

    /** The address with every variable filled by something that does not exist. */
    String address() {
        return pattern.replaceAll("\\{(number|rest)}", "1")
                .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
    }

    /** True when a role met what its door promises; {@code nothing} is how a page that does not exist looks. */
    boolean keepsItsPromise(Role role, Answer answer, String address, String nothing) {
        return opensTo(role)
                ? isAnswerOfAnOpenDoor(answer)
                : words(answer, address).equals(nothing);
    }

    /** True when a stranger was sent to the sign-in and read nothing. */
    static boolean sendsAway(Answer answer) {
        return answer.status() == 303
                && answer.leadsTo().equals("/sign-in")
                && answer.body().isEmpty();
    }

    /** Drawn, led on, refused with words or, since every id is invented, not found; never an accident, never the street. */
    private boolean isAnswerOfAnOpenDoor(Answer answer) {
        if (!pattern.contains("{")) {
            return answer.status() == (method.equals("GET") ? 200 : 422);
        }
        return Set.of(404, 422).contains(answer.status());
    }

    /** The answer without tokens and without what follows from the address alone: itself, and its part of the menu. */
    static String words(Answer answer, String address) {
        return answer.status() + " "
                + answer.body()
                        .replace(address, "…")
                        .replace(" aria-current=\"page\"", "")
                        .replaceAll("name=\"(_csrf|_once)\" value=\"[^\"]*\"", "name=\"$1\"");
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(RequestMethod::name);
    }

    private static @Nullable Door doorOf(HandlerMethod handler) {
        Door own = handler.getMethodAnnotation(Door.class);
        return own != null ? own : handler.getBeanType().getAnnotation(Door.class);
    }
}
