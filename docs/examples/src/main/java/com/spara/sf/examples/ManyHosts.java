package com.spara.sf.examples;

import com.spara.sf.client.JdbcTexts;
import com.spara.sf.client.JdbcTokenStore;
import com.spara.sf.client.KeptText;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.WebApp;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** A host of which there are many, over one database. */
final class ManyHosts {

    private static final PullRule HOT = Pulls.HOT;

    private final DataSource database;
    private final LeadTable leads;

    /** Where the host keeps its leads. */
    interface LeadTable extends KnownLeads {
        void save(Connection transaction, PullPage page) throws SQLException;
    }

    ManyHosts(DataSource database, LeadTable leads) {
        this.database = database;
        this.leads = leads;
    }

    // region share the connections
    static Salesforce client(DataSource database, byte[] key, WebApp app) {
        SecretKey secret = new SecretKeySpec(key, "AES"); // 32 random bytes, from where you keep secrets
        return Salesforce.create().withApp(app).withTokenStore(JdbcTokenStore.over(database, "2026-11", secret));
    }
    // endregion

    // region change the key
    static JdbcTokenStore withNewKey(DataSource database, SecretKey newKey, SecretKey oldKey) {
        return JdbcTokenStore.over(database, "2026-12", newKey).alsoReading("2026-11", oldKey);
    }
    // endregion

    // region pull a page on any host
    /** Pulls a page and saves it together with the place where the next one begins. Returns whether it was the last. */
    boolean pullPage(SalesforceSync sync, String tenant) throws SQLException {
        KeptText place = JdbcTexts.over(database).load(tenant + "/hot");
        PullCursor cursor = place.text().map(PullCursor::fromText).orElseGet(PullCursor::start);
        PullPage page = sync.pull(HOT, cursor, leads);
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            try {
                leads.save(transaction, page);
                JdbcTexts.in(transaction).save(place.with(page.next().toText()));
                transaction.commit();
            } catch (SQLException | RuntimeException failed) {
                transaction.rollback();
                throw failed;
            }
        }
        return page.isLast();
    }
    // endregion

    // region remember a job
    /** Notes a job that takes long, so that any host can go on with it. */
    KeptText begun(String job, String handle) {
        JdbcTexts texts = JdbcTexts.over(database);
        return texts.save(texts.load("job/" + job).with(handle));
    }

    /** The jobs that are under way, also those of a host that died. */
    List<KeptText> underWay() {
        return JdbcTexts.over(database).startingWith("job/");
    }

    /** Forgets a job whose result was kept. */
    void ended(KeptText job) {
        JdbcTexts.over(database).remove(job);
    }
    // endregion
}
