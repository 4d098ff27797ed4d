package org.virtualwindow.kiosk.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A printer has jobs of others, too, of which it does not tell the name. */
class PrintQueueTest {
    private final HttpServer printer;
    private final List<Operation> asked = new CopyOnWriteArrayList<>();

    PrintQueueTest() throws IOException {
        printer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        printer.createContext("/", this::answer);
    }

    @BeforeEach
    void start() {
        printer.start();
    }

    @AfterEach
    void stop() {
        printer.stop(0);
    }

    @Test
    void aJobWhoseNameNobodyTellsIsLeftAlone() throws Exception {
        URI address = URI.create("ipp://127.0.0.1:" + printer.getAddress().getPort() + "/ipp/print");
        PrintQueue queue = new PrintQueue(new IppClient(), address);

        queue.takeBack(Set.of("kiosk-1"));

        assertThat(asked)
                .contains(Operation.getJobs, Operation.getJobAttributes)
                .doesNotContain(Operation.cancelJob);
        assertThat(queue.find("kiosk-1")).isNull();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            IppPacket question = new IppInputStream(exchange.getRequestBody()).readPacket();
            asked.add(question.getOperation());
            IppPacket answer = new IppPacket(
                    0x200,
                    0,
                    question.getRequestId(),
                    AttributeGroup.groupOf(
                            Tag.operationAttributes,
                            Types.attributesCharset.of("utf-8"),
                            Types.attributesNaturalLanguage.of("en")),
                    AttributeGroup.groupOf(Tag.jobAttributes, Types.jobId.of(7)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new IppOutputStream(bytes).write(answer);
            exchange.getResponseHeaders().add("Content-Type", "application/ipp");
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
        }
    }
}
