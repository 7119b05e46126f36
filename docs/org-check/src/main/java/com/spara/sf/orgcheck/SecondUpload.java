package com.spara.sf.orgcheck;

/** An upload whose answer was lost is sent again, so the job has to say that it has its rows already. */
final class SecondUpload implements Assumption {

    @Override
    public String statement() {
        return "A second upload into a bulk job is refused with INVALIDJOBSTATE.";
    }

    @Override
    public Finding look(Workbench bench) {
        BulkJob job = BulkJob.open(bench, "insert");
        try {
            String rows = "LastName\n" + bench.mark() + "\n";
            Workbench.require("the first upload", job.upload(rows));
            Reply second = job.upload(rows);
            return Finding.of(second.code().filter("INVALIDJOBSTATE"::equals).isPresent(), second.facts());
        } finally {
            job.abort();
        }
    }
}
