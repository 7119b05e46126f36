package com.spara.sf.orgcheck;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row that a bulk job refused is tried again without the field that was named, so its error has to be taken apart. */
final class BulkErrors implements Assumption {
    private static final Pattern ERROR = Pattern.compile("([A-Z_]{3,80}):[^\"]*:([A-Za-z_, ]*)--");

    @Override
    public String statement() {
        return "The error of a row of a bulk job is CODE:message:fields --, and names the field.";
    }

    @Override
    public Finding look(Workbench bench) {
        String row = bench.mark() + "," + bench.mark() + ",no address\n";
        BulkJob job = BulkJob.run(bench, "insert", "LastName,Company,Email\n" + row);
        Matcher error = ERROR.matcher(job.refusals());
        if (!error.find()) {
            return job.refused() == 0
                    ? Finding.unanswered("an e-mail address that is none was taken")
                    : Finding.of(false, "the error has another form");
        }
        boolean names = error.group(2).strip().equals("Email");
        return Finding.of(names, error.group(1) + (names ? ", with the field" : ", without the field"));
    }
}
