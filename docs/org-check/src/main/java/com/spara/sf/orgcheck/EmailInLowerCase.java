package com.spara.sf.orgcheck;

import java.util.Locale;
import java.util.Map;

/** An address is compared with what Salesforce would store of it. */
final class EmailInLowerCase implements Assumption {

    @Override
    public String statement() {
        return "An e-mail address is stored in lower case.";
    }

    @Override
    public Finding look(Workbench bench) {
        String sent = bench.freshEmail().toUpperCase(Locale.ROOT);
        String id = bench.create(bench.lead(Map.of("Email", sent)));
        String stored = Reply.text(bench.read(id, "Email"), "Email").orElse("");
        if (stored.equals(sent.toLowerCase(Locale.ROOT))) {
            return Finding.of(true, "sent in upper case, stored in lower case");
        }
        return stored.equals(sent)
                ? Finding.of(false, "sent in upper case, stored as it was sent")
                : Finding.unanswered("stored as something else");
    }
}
