package org.virtualwindow.campaigns;

import java.time.Duration;
import org.virtualwindow.campaigns.proxy.TcpProxy;
import org.virtualwindow.campaigns.proxy.Way;
import org.virtualwindow.campaigns.proxy.Weather;

/** A way in which a network fails. */
enum Cut {
    /** Connections break with a word, and none can be made. */
    RESET {
        @Override
        void begins(TcpProxy network) {
            network.refuse(true);
            network.reset();
        }

        @Override
        void ends(TcpProxy network, Duration after) {
            network.refuse(false);
        }
    },
    /** Nothing passes, and nobody is told. */
    FROST {
        @Override
        void begins(TcpProxy network) {
            network.freeze();
        }

        @Override
        void ends(TcpProxy network, Duration after) {
            if (after.compareTo(GIVEN_UP) < 0) {
                network.thaw();
            } else {
                network.thawLate();
            }
        }
    },
    /** What the page says is lost; it still hears. */
    HOLE_UP {
        @Override
        void begins(TcpProxy network) {
            network.set(Way.UP, Weather.HOLE);
        }

        @Override
        void ends(TcpProxy network, Duration after) {
            network.set(Way.UP, Weather.CLEAR);
        }
    },
    /** What the page should hear is lost; it is still heard. */
    HOLE_DOWN {
        @Override
        void begins(TcpProxy network) {
            network.set(Way.DOWN, Weather.HOLE);
        }

        @Override
        void ends(TcpProxy network, Duration after) {
            network.set(Way.DOWN, Weather.CLEAR);
        }
    };

    /** After so long a connection that was stuck takes a while until it tries again. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(5);

    abstract void begins(TcpProxy network);

    abstract void ends(TcpProxy network, Duration after);
}
