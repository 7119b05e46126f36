package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.DuplicateFinding;
import com.spara.sf.testkit.records.Question;
import com.spara.sf.testkit.records.SaveError;
import org.jspecify.annotations.Nullable;

/** Words the refusal of a record for the answer that it stands in. */
final class RowErrors {
    private final Org org;

    RowErrors(Org org) {
        this.org = org;
    }

    /** As the answer to a request for one record. */
    RestException ofRow(SaveError error, RestRequest request) {
        DuplicateFinding found = error.duplicates();
        RestError worded = found == null
                ? RestError.of(error)
                : new RestError(error.statusCode(), error.message(), null, duplicates(found, request));
        return new RestException(status(error), worded);
    }

    /** As one row of a collection. */
    RestError inCollection(SaveError error, RestRequest request) {
        @Nullable
        DuplicateFinding found = org.answers(Question.COLLECTIONS_NAME_DUPLICATES) ? error.duplicates() : null;
        return found == null ? RestError.of(error) : RestError.of(error).with(duplicates(found, request));
    }

    private RestError.Member duplicates(DuplicateFinding found, RestRequest request) {
        String name = org.answers(Question.DUPLICATE_RESULT_IS_MISSPELT) ? "duplicateResut" : "duplicateResult";
        boolean detailed = SaveHeaders.includesRecordDetails(request);
        return new RestError.Member(
                name, new DuplicateBody(found, request, org.view(request).schema(), detailed));
    }

    private int status(SaveError error) {
        return error.statusCode().equals("INSUFFICIENT_ACCESS_OR_READONLY")
                        && org.answers(Question.MISSING_RIGHTS_ANSWER_403)
                ? HttpStatus.FORBIDDEN
                : ErrorStatus.of(error);
    }
}
