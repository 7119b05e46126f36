package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.RecordId;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.RestError;
import com.spara.sf.sync.DuplicateFound;
import java.util.List;
import java.util.Optional;

/** Reads what a duplicate rule found; older versions of the API spell the member's name without its second l. */
final class DuplicateJson {

    private DuplicateJson() {}

    static Optional<DuplicateFound> found(RestError error) {
        if (!error.code().equals("DUPLICATES_DETECTED")) {
            return Optional.empty();
        }
        JsonView result = error.json().at("duplicateResult");
        return Optional.of(read(result.isObject() ? result : error.json().at("duplicateResut")));
    }

    private static DuplicateFound read(JsonView result) {
        List<RecordId> records = result.at("matchResults").items().stream()
                .flatMap(match -> match.at("matchRecords").items().stream())
                .flatMap(match -> match.at("record").at("Id").text().stream())
                .flatMap(id -> RecordId.parse(id).stream())
                .distinct()
                .toList();
        boolean blocks = result.isObject() && !result.at("allowSave").isTrue();
        return DuplicateFound.of(result.at("duplicateRule").textOrEmpty(), blocks, records);
    }

    static Reason reason(RestError error, DuplicateFound found) {
        String rule = found.rule().isEmpty() ? "A duplicate rule" : "The duplicate rule " + found.rule();
        String what = found.isBlocking() ? " blocks the record" : " alerts, and refused the record";
        int count = found.records().size();
        return Reason.of(error.code(), rule + what + "; Salesforce named " + count + " existing.")
                .about(found.records());
    }
}
