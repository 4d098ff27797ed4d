package org.virtualwindow.server.fleet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.virtualwindow.protocol.FromDevice;
import org.virtualwindow.protocol.FromDevice.DeviceAlive;
import org.virtualwindow.protocol.FromDevice.DevicesTested;
import org.virtualwindow.protocol.FromDevice.RestartDeclined;
import org.virtualwindow.protocol.FromDevice.RestartDone;
import org.virtualwindow.protocol.FromHall.OnKiosk;
import org.virtualwindow.protocol.KioskRestart;
import org.virtualwindow.protocol.KioskRestart.RestartOutcome;
import org.virtualwindow.protocol.SelfTest;
import org.virtualwindow.protocol.SelfTest.Tried;
import org.virtualwindow.protocol.ids.HallManagerId;
import org.virtualwindow.protocol.ids.KioskId;
import org.virtualwindow.protocol.ids.OpId;
import org.virtualwindow.protocol.json.WireCodec;
import org.virtualwindow.protocol.json.WireCodec.Decoded;
import org.virtualwindow.protocol.values.NoticeText;
import org.virtualwindow.protocol.values.Trouble;
import org.virtualwindow.server.mailbox.Mailbox;
import org.virtualwindow.server.postgres.Sql;

/**
 * How every kiosk stands, over restarts of the server, and which orders were carried out. Any thread; looking is free, changing waits
 * for the database.
 */
public final class Fleet {
    /** How long an order is known again that comes once more; a page says again what it was not answered within minutes. */
    private static final Duration ORDERS_KEPT = Duration.ofDays(30);

    private final Sql sql;
    private final Mailbox mailbox;
    private final InstantSource clock;
    /** Replaced in the mailbox. */
    private final Map<KioskId, Standing> standings = new ConcurrentHashMap<>();
    /** The self-test whose answers are awaited. */
    private final Map<KioskId, OpId> tests = new ConcurrentHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param mailbox its own */
    public Fleet(Sql sql, Mailbox mailbox, InstantSource clock) {
        this.sql = sql;
        this.mailbox = mailbox;
        this.clock = clock;
        sql.list("select * from kiosk_standing", row -> Map.entry(new KioskId(row.getString("kiosk")), standing(row)))
                .forEach(each -> standings.put(each.getKey(), each.getValue()));
    }

    /** @param listener is told after a change; must not wait */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public Standing of(KioskId kiosk) {
        return standings.getOrDefault(kiosk, Standing.NONE);
    }

    /** What a manager who said this before is answered: empty where nobody did, and else whether it was the same order. */
    public Optional<Boolean> isSame(HallManagerId manager, OnKiosk order) {
        return sql.first(
                "select order_json = ? as same from kiosk_order where manager = ? and op_id = ?",
                row -> row.getBoolean("same"),
                WireCodec.encode(order),
                manager.value(),
                order.opId().value());
    }

    /** The kiosk stands as ordered from now on. False where this manager's order of this name was carried out before. */
    public boolean ordered(HallManagerId manager, OnKiosk order) {
        Instant now = clock.instant();
        Predicate<Sql> isFirst = transaction -> transaction.update(
                        "insert into kiosk_order (manager, op_id, order_json, at) values (?, ?, ?, ?) on conflict do"
                                + " nothing",
                        manager.value(),
                        order.opId().value(),
                        WireCodec.encode(order),
                        now.toEpochMilli())
                == 1;
        return mailbox.ask(() -> changeInTurn(order.kiosk(), standing -> standing.ordered(order, now), isFirst));
    }

    /** A self-test begins that nobody ordered. */
    public void tests(KioskId kiosk) {
        Instant now = clock.instant();
        change(kiosk, standing -> standing.tests(now));
    }

    /** By what the answers to the self-test that began last are known. */
    public OpId awaits(KioskId kiosk) {
        OpId test = new OpId(UUID.randomUUID().toString());
        tests.put(kiosk, test);
        return test;
    }

    /** @param ofPage who answers; each has its own parts. An answer to a test before the last one changes nothing. */
    public void tested(KioskId kiosk, OpId test, List<Tried> parts, boolean ofPage) {
        if (test.equals(tests.get(kiosk))) {
            List<Tried> own = parts.stream()
                    .filter(part -> part.part().isOfPage() == ofPage)
                    .toList();
            change(kiosk, standing -> standing.tested(own));
        }
    }

    /** What a kiosk's daemon says of the kiosk itself; nothing else of what it says changes anything here. */
    public void says(KioskId kiosk, FromDevice message) {
        switch (message) {
            case DevicesTested answer -> tested(kiosk, answer.test(), answer.parts(), false);
            case RestartDone(OpId order) -> answered(kiosk, order, RestartOutcome.DONE, Optional.empty());
            case RestartDeclined(OpId order, Trouble why) ->
                answered(kiosk, order, RestartOutcome.DECLINED, Optional.of(why));
            case DeviceAlive alive -> {
                Instant up = clock.instant().minusSeconds(alive.upSeconds());
                if (!of(kiosk).runs(up).equals(of(kiosk))) {
                    change(kiosk, standing -> standing.runs(up));
                }
            }
            default -> {}
        }
    }

    private void answered(KioskId kiosk, OpId order, RestartOutcome outcome, Optional<Trouble> why) {
        change(kiosk, standing -> standing.restarted(order, outcome, why));
    }

    /** Called every now and then; does not wait. */
    public void tick() {
        Instant now = clock.instant();
        standings.forEach((kiosk, standing) -> {
            if (!standing.at(now).equals(standing)) {
                mailbox.execute(() -> changeInTurn(kiosk, each -> each.at(now), _ -> true));
            }
        });
    }

    /** Forgets orders that nobody sends again any more. Called every now and then; does not wait. */
    public void forgetOrders() {
        long before = clock.instant().minus(ORDERS_KEPT).toEpochMilli();
        mailbox.execute(() -> sql.update("delete from kiosk_order where at < ?", before));
    }

    private void change(KioskId kiosk, UnaryOperator<Standing> by) {
        mailbox.ask(() -> changeInTurn(kiosk, by, _ -> true));
    }

    /** @param may asked in the transaction that writes; false: nothing changes, and that is returned */
    private boolean changeInTurn(KioskId kiosk, UnaryOperator<Standing> by, Predicate<Sql> may) {
        Standing next = by.apply(of(kiosk));
        boolean written = sql.together(transaction -> {
            boolean first = may.test(transaction);
            if (first) {
                write(transaction, kiosk, next);
            }
            return first;
        });
        if (written) {
            standings.put(kiosk, next);
            listeners.forEach(Runnable::run);
        }
        return written;
    }

    private static void write(Sql sql, KioskId kiosk, Standing standing) {
        sql.update(
                """
                insert into kiosk_standing (kiosk, out_of_order, out_of_order_message, message, self_test, restart)
                values (?, ?, ?, ?, ?, ?)
                on conflict (kiosk) do update set out_of_order = excluded.out_of_order,
                  out_of_order_message = excluded.out_of_order_message, message = excluded.message,
                  self_test = excluded.self_test, restart = excluded.restart
                """,
                kiosk.value(),
                standing.outOfOrder(),
                standing.outOfOrderMessage().map(NoticeText::text).orElse(null),
                standing.message().map(NoticeText::text).orElse(null),
                standing.selfTest().map(WireCodec::encode).orElse(null),
                standing.restart().map(WireCodec::encode).orElse(null));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getBoolean("out_of_order"),
                text(row.getString("out_of_order_message")),
                text(row.getString("message")),
                read(row.getString("self_test"), SelfTest.class),
                read(row.getString("restart"), KioskRestart.class));
    }

    private static <T> Optional<T> read(@Nullable String json, Class<T> shape) {
        return Optional.ofNullable(json)
                .flatMap(text -> WireCodec.decode(text, shape) instanceof Decoded.Message<T>(T value)
                        ? Optional.of(value)
                        : Optional.empty());
    }

    private static Optional<NoticeText> text(@Nullable String text) {
        return Optional.ofNullable(text).map(NoticeText::new);
    }
}
