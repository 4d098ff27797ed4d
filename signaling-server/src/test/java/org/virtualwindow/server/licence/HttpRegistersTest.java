package org.virtualwindow.server.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.virtualwindow.protocol.Licence;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;
import org.virtualwindow.protocol.values.LookupTrouble;

/** Over real HTTP: what an authority says is taken as it was agreed, or not at all, and never waited for too long. */
class HttpRegistersTest {
    private static final RegisterQuery QUERY = new RegisterQuery(
            "q-1",
            "MARRIAGE_CERTIFICATE",
            new ServiceItemId("HUKOU_MOVE"),
            new CentreId("330503"),
            "核对是不是夫妻",
            Map.of("name", "㐱小宁", "idNo", "310117198805120010"),
            Map.of("number", "J330503-2018-000017"));

    private final Authority authority = new Authority();
    private final HttpRegisters registers =
            new HttpRegisters(authority.address(), Optional.of("open sesame"), Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        registers.close();
        authority.close();
    }

    @Test
    void peopleStandInTheBodyAndNowhereElse() {
        authority.answers("""
            {"answer":"FOUND","licence":{"issuer":"民政局","number":"J1","validFrom":"2018-06-20"},
             "holder":{"name":"㐱小宁","idNo":"310117198805120010"},"new":"is passed over"}
            """);

        assertThat(registers.ask(QUERY))
                .isEqualTo(new RegisterAnswer.Found(
                        Optional.of(new Licence("民政局", Optional.of("J1"), Optional.of("2018-06-20"), Optional.empty())),
                        QUERY.holder()));

        Authority.Request asked = authority.requests().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.target()).isEqualTo("/lookups");
        assertThat(asked.token()).isEqualTo("Bearer open sesame");
        assertThat(asked.body())
                .contains("\"register\":\"MARRIAGE_CERTIFICATE\"", "㐱小宁", "310117198805120010", "核对是不是夫妻");
        assertThat(QUERY.toString()).doesNotContain("小宁", "3101");
    }

    @Test
    void nothingFoundAndSomethingElseFoundAreAnswers() {
        authority.answers("{\"answer\":\"NOT_FOUND\"}");
        assertThat(registers.ask(QUERY)).isEqualTo(new RegisterAnswer.NotFound());
        authority.answers("{\"answer\":\"DIFFERS\",\"differs\":[\"number\"]}");
        assertThat(registers.ask(QUERY)).isEqualTo(new RegisterAnswer.Differs(List.of("number")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>busy</html>",
                "null",
                "[]",
                "{\"answer\":\"PERHAPS\"}",
                "{\"answer\":\"FOUND\",\"licence\":{\"issuer\":\"\"}}",
                "{\"answer\":\"FOUND\",\"licence\":{\"issuer\":\"民政局\",\"validFrom\":\"2018-02-30\"}}",
                "{\"answer\":\"FOUND\",\"answer\":\"NOT_FOUND\"}",
                "{\"answer\":\"DIFFERS\",\"differs\":[null]}"
            })
    void whatIsNotAsAgreedIsNoAnswer(String garbage) {
        authority.answers(garbage);

        assertThat(registers.ask(QUERY)).isEqualTo(new RegisterAnswer.Unavailable(LookupTrouble.NOT_UNDERSTOOD));
    }

    @Test
    void moreThanAnAnswerCanBeIsNotRead() {
        authority.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = "{\"answer\":\"NOT_FOUND\"}          ".repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(much); // fails as soon as nobody reads on
            }
        });

        assertThat(registers.ask(QUERY)).isEqualTo(new RegisterAnswer.Unavailable(LookupTrouble.NOT_UNDERSTOOD));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 401, 404, 500, 503})
    void whoeverDoesNotSayYesIsNotReached(int status) {
        authority.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", authority.address() + "/elsewhere");
            Authority.says(status, status == 204 ? "" : "{\"answer\":\"NOT_FOUND\"}")
                    .answer(exchange);
        });

        assertThat(registers.ask(QUERY)).isEqualTo(new RegisterAnswer.Unavailable(LookupTrouble.NOT_REACHED));
        assertThat(authority.requests()).as("asked once, and nobody else").hasSize(1);
    }

    @Test
    void nobodyWaitsForLong() {
        try (HttpRegisters impatient =
                new HttpRegisters(authority.address(), Optional.empty(), Duration.ofMillis(300))) {
            authority.answers(authority.never());
            assertThat(impatient.ask(QUERY)).isEqualTo(new RegisterAnswer.Unavailable(LookupTrouble.TIMED_OUT));
            authority.answers(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                authority.never().answer(exchange);
            });
            assertThat(impatient.ask(QUERY))
                    .as("the head of an answer is none")
                    .isEqualTo(new RegisterAnswer.Unavailable(LookupTrouble.TIMED_OUT));
        }
    }

    @Test
    void whereNobodyListensNobodyIsReached() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        try (HttpRegisters nowhere = new HttpRegisters(
                URI.create("http://127.0.0.1:" + port + "/"), Optional.empty(), Duration.ofSeconds(20))) {
            assertThat(nowhere.ask(QUERY)).isEqualTo(new RegisterAnswer.Unavailable(LookupTrouble.NOT_REACHED));
        }
    }
}
