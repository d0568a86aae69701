package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.FormToken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/** Keeps the doors: every handler names who may come through; handlers receive the viewer as an argument. */
@Configuration
class Doors implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<StepUp> stepUp;

    Doors(JdbcClient jdbc, TransactionTemplate transaction, ObjectProvider<StepUp> stepUp) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.stepUp = stepUp;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("masar")) {
            Door door = door(method);
            Refused.unless(door != null && opens(door), "shell.refused.not.found");
            return door == null || !door.fresh() || stepUp.getObject().mayGoOn(request, response);
        }
        return true;
    }

    static @Nullable Door door(HandlerMethod method) {
        Door own = method.getMethodAnnotation(Door.class);
        return own != null ? own : method.getBeanType().getAnnotation(Door.class);
    }

    private static boolean opens(Door door) {
        if (door.open()) {
            return true;
        }
        return CurrentViewer.get()
                .filter(viewer ->
                        door.value().length == 0 || Arrays.stream(door.value()).anyMatch(viewer::holds))
                .isPresent();
    }

    /** Remembers where the first post of a form led, so that a second one is led there too. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        var token = FormToken.current().filter(FormToken::isWritten);
        if (token.isPresent()
                && answer != null
                && answer.getView() instanceof RedirectView place
                && place.getUrl() instanceof String address) {
            transaction.executeWithoutResult(
                    status -> jdbc.sql("update shell.form_token set answered_with = ? where token = ?")
                            .params(address, token.get().value())
                            .update());
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return CurrentViewer.get().orElseThrow(Refused::notFound);
    }
}
