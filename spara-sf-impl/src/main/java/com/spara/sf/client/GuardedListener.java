package com.spara.sf.client;

import com.spara.sf.connect.CallReport;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.sync.PushResult;

/** The host's listener; what it throws is logged by its type and goes no further. */
final class GuardedListener implements SalesforceListener {

    private static final System.Logger LOG = System.getLogger("com.spara.sf");

    private final SalesforceListener listener;

    GuardedListener(SalesforceListener listener) {
        this.listener = listener;
    }

    @Override
    public void connectionChanged(String connection, ConnectionState state) {
        guarded(() -> listener.connectionChanged(connection, state));
    }

    @Override
    public void called(String connection, CallReport report) {
        guarded(() -> listener.called(connection, report));
    }

    @Override
    public void pushed(String connection, PushResult result) {
        guarded(() -> listener.pushed(connection, result));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | LinkageError | AssertionError thrown) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A listener threw {0}.",
                    thrown.getClass().getName());
        }
    }
}
