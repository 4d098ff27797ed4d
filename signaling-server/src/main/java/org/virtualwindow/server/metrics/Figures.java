package org.virtualwindow.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;
import org.virtualwindow.server.desk.DeskState;

/** {@code /metrics} in Prometheus' text format, for whoever the operator's firewall lets in. */
public final class Figures extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient PrometheusMeterRegistry registry;

    /** @param registry holds what the owners count of themselves; what can be read off the desk is added here */
    public Figures(PrometheusMeterRegistry registry, Supplier<DeskState> desk) {
        this.registry = registry;
        calls("waiting", desk, call -> call.place().isPresent());
        calls("talking", desk, call -> call.state() instanceof CallState.Talking);
        calls("suspended", desk, call -> call.state() instanceof CallState.Suspended);
        gauge(
                "virtualwindow.clerks.ready",
                "Clerks who take calls",
                () -> desk.get().clerks().stream()
                        .filter(clerk -> desk.get().stateOf(clerk) == ClerkState.READY)
                        .count());
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    private void calls(String state, Supplier<DeskState> desk, Predicate<Call> which) {
        Gauge.builder(
                        "virtualwindow.calls",
                        () -> desk.get().calls().values().stream().filter(which).count())
                .tag("state", state)
                .description("Calls by state")
                .register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().write(registry.scrape());
    }
}
