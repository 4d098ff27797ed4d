package org.virtualwindow.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.virtualwindow.protocol.ClerkState;
import org.virtualwindow.server.call.CallState;
import org.virtualwindow.server.desk.Call;
import org.virtualwindow.server.desk.DeskState;

/** {@code /metrics} in Prometheus' text format, for whoever the operator's firewall lets in. */
public final class Figures extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** @param others figures that parts of the server keep themselves */
    public Figures(Supplier<Number> connections, Supplier<DeskState> desk, List<? extends MeterBinder> others) {
        gauge("virtualwindow.connections", "Connected browsers and daemons", connections);
        calls("waiting", desk, call -> call.place().isPresent());
        calls("talking", desk, call -> call.state() instanceof CallState.Talking);
        calls("suspended", desk, call -> call.state() instanceof CallState.Suspended);
        gauge(
                "virtualwindow.clerks.ready",
                "Clerks who take calls",
                () -> desk.get().clerks().stream()
                        .filter(clerk -> desk.get().stateOf(clerk) == ClerkState.READY)
                        .count());
        others.forEach(each -> each.bindTo(registry));
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
