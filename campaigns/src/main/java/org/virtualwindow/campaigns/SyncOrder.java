package org.virtualwindow.campaigns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads, in what strace wrote of a server and its PostgreSQL, whether a disk was synchronised between each two answers. Somebody
 * must ask for one thing after the other, each when the one before was answered: then the sync in between is the one of its commit.
 *
 * @param syncs that were done
 * @param answers that were written to a socket, each counted once
 * @param early the operations whose answer was written with no sync since the answer before
 */
record SyncOrder(int syncs, int answers, List<String> early) {
    private static final Pattern DONE =
            Pattern.compile("\\b(fdatasync|fsync)\\(.*\\) += 0|<\\.\\.\\. (fdatasync|fsync) resumed>.* = 0");
    private static final Pattern BEGUN_WRITE = Pattern.compile("\\b(write|writev|sendto|sendmsg)\\(");

    /**
     * @param trace in the order in which it happened; a call that takes time has a line where it begins and one where it ends
     * @param operations whose answers are looked for
     */
    static SyncOrder of(List<String> trace, List<String> operations) {
        int syncs = 0;
        int since = 0;
        Set<String> answered = new HashSet<>();
        List<String> early = new ArrayList<>();
        for (String line : trace) {
            if (DONE.matcher(line).find()) {
                syncs++;
                since++;
            } else if (BEGUN_WRITE.matcher(line).find() && line.contains("Accepted")) {
                for (String operation : operations) {
                    if (line.contains("\\\"opId\\\":\\\"" + operation + "\\\"") && answered.add(operation)) {
                        if (since == 0) {
                            early.add(operation);
                        }
                        since = 0;
                    }
                }
            }
        }
        return new SyncOrder(syncs, answered.size(), early);
    }
}
