package com.spara.sf.benchmarks.compare;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pull by camel-salesforce with the paging that it offers: a streamed query. */
final class CamelPull implements Contender {

    private @Nullable CamelClient camel;

    @Override
    public void open(Place place) {
        camel = new CamelClient(place);
    }

    @Override
    public void run(int people, Tally cameBack) {
        Iterator<?> rows = Objects.requireNonNull(camel)
                .ask(
                        "query?streamQueryResult=true&sObjectClass=" + CamelRow.QueryRecordsLead.class.getName(),
                        ForceRestPull.SOQL,
                        Iterator.class);
        while (rows.hasNext()) {
            CamelRow.Lead row = (CamelRow.Lead) rows.next();
            cameBack.row(Arrays.asList(
                    row.email,
                    row.firstName,
                    row.lastName,
                    row.company,
                    row.phone,
                    row.mobile,
                    row.title,
                    row.website));
        }
    }

    @Override
    public void close() {
        if (camel != null) {
            camel.close();
        }
    }
}
