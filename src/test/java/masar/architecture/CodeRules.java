package masar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import masar.shared.Viewer;
import masar.shell.Door;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a machine can check of the house style, for any code. */
final class CodeRules {

    private static final Set<String> ENDINGS =
            Set.of("Impl", "Dto", "Entity", "Manager", "Util", "Utils", "Helper", "ServiceImpl");

    static final ArchRule TIME_IS_ASKED_FOR = noClasses().should().accessTargetWhere(takesTheTime());

    static final ArchRule ONE_PLACE_MAKES_THE_CLOCK =
            noClasses().that().doNotHaveSimpleName("ShellBeans").should().accessTargetWhere(makesAClock());

    static final ArchRule ONLY_ACCESS_MAKES_A_VIEWER = classes()
            .that()
            .implement(Viewer.class)
            .should()
            .resideInAPackage("masar.access.internal..")
            .orShould()
            .haveFullyQualifiedName("masar.sealing.internal.KeyKeeper");

    static final ArchRule EVERY_HANDLER_NAMES_ITS_DOOR = methods()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .and(DescribedPredicate.describe(
                    "answer an address",
                    method -> method.isAnnotatedWith(RequestMapping.class)
                            || method.isMetaAnnotatedWith(RequestMapping.class)))
            .should()
            .beAnnotatedWith(Door.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Door.class);

    static final ArchRule NAMES_SAY_THE_DOMAIN_WORD = noClasses()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.have(DescribedPredicate.<JavaClass>describe(
                    "a technical ending", each -> ENDINGS.stream().anyMatch(each.getSimpleName()::endsWith))));

    private CodeRules() {}

    /** Each breach of a rule as one sentence; none when nothing is there to check. */
    static List<String> breaches(ArchRule rule, JavaClasses code) {
        return rule.allowEmptyShould(true).evaluate(code).getFailureReport().getDetails();
    }

    /** Transactions that would take a second connection while the first one waits. */
    static List<String> secondConnections(JavaClasses code) {
        return code.stream()
                .flatMap(each -> Stream.concat(
                        each.tryGetAnnotationOfType(Transactional.class).stream()
                                .map(transaction -> new Opened(each.getName(), transaction)),
                        each.getMethods().stream()
                                .flatMap(method -> method.tryGetAnnotationOfType(Transactional.class).stream()
                                        .map(transaction -> new Opened(method.getFullName(), transaction)))))
                .filter(opened -> opened.transaction().propagation() == Propagation.REQUIRES_NEW)
                .map(Opened::where)
                .toList();
    }

    private record Opened(String where, Transactional transaction) {}

    /** Desks, pages, stores and other parts that ask for more than so many others to be made. */
    static List<String> askingForMoreThan(int most, JavaClasses code) {
        return code.stream()
                .filter(each -> each.isMetaAnnotatedWith(Component.class))
                .flatMap(each -> each.getConstructors().stream())
                .filter(each -> each.getRawParameterTypes().size() > most)
                .map(each -> each.getOwner().getName() + " "
                        + each.getRawParameterTypes().size())
                .toList();
    }

    /** Java files of a folder beyond so many, without the one that describes the package. */
    static List<String> tooMany(Path folder, int most) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .skip(most)
                    .map(Path::toString)
                    .toList();
        }
    }

    /** Files below a folder that have more lines than this, each with its number of lines. */
    static List<String> longerThan(Path folder, String ending, int lines) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> lines(file) > lines)
                    .map(file -> file + " " + lines(file))
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The machine's time; asking a clock that was handed over is no breach. */
    private static DescribedPredicate<JavaAccess<?>> takesTheTime() {
        return calls("take the machine's time", target -> {
            JavaClass owner = target.getOwner();
            boolean now = owner.getPackageName().equals("java.time")
                    && target.getName().equals("now")
                    && !owner.isAssignableTo(InstantSource.class)
                    && target.getRawParameterTypes().stream().noneMatch(each -> each.isEquivalentTo(Clock.class));
            boolean date = owner.isEquivalentTo(Date.class)
                    && target.getName().equals("<init>")
                    && target.getRawParameterTypes().isEmpty();
            return now || date || target.getFullName().startsWith("java.lang.System.currentTimeMillis(");
        });
    }

    private static DescribedPredicate<JavaAccess<?>> makesAClock() {
        return calls(
                "make a clock of the machine's time",
                target -> target.getName().startsWith("system")
                        && (target.getOwner().isEquivalentTo(Clock.class)
                                || target.getOwner().isEquivalentTo(InstantSource.class)));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(
            String what, java.util.function.Predicate<CodeUnitAccessTarget> forbidden) {
        return DescribedPredicate.describe(
                what, access -> access.getTarget() instanceof CodeUnitAccessTarget target && forbidden.test(target));
    }
}
