package org.virtualwindow.benchmarks;

import java.io.IOException;

/**
 * Who has used how much processor time, in milliseconds.
 *
 * @param all every program of the machine
 */
record CpuUse(long server, long database, long generator, long all) {
    static CpuUse now(Server server) throws IOException {
        return new CpuUse(
                server.cpuMillis(),
                server.databaseCpuMillis(),
                Machine.cpuMillis(ProcessHandle.current().pid()),
                Machine.cpuMillis());
    }

    CpuUse since(CpuUse before) {
        return new CpuUse(
                server - before.server, database - before.database, generator - before.generator, all - before.all);
    }

    /** What programs that have nothing to do with the measurement took of the whole machine. */
    double othersPercent(int seconds) {
        long others = Math.max(0, all - server - database - generator);
        return others / 10.0 / seconds / Runtime.getRuntime().availableProcessors();
    }
}
