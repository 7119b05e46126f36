package com.spara.sf.client.pull;

import com.spara.sf.client.bulk.CsvHeader;
import com.spara.sf.client.bulk.CsvRow;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.spi.SalesforceRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV as the records that a query would answer, so that either reads alike. Used by one thread. */
final class BulkRecords {

    private final String object;
    private final Map<String, FieldKind> kinds = new LinkedHashMap<>();
    private @Nullable CsvHeader header;
    private @Nullable BulkColumns columns;
    private boolean haveAllFields = true;

    BulkRecords(String object, Collection<String> selected, Describes describes) {
        this.object = object;
        selected.forEach(path -> kinds.put(
                path,
                describes
                        .of(object)
                        .flatMap(known -> known.field(path))
                        .map(FieldDescribe::kind)
                        .orElse(FieldKind.NOT_WRITABLE)));
    }

    /** Whether all rows had all fields. */
    boolean haveAllFields() {
        return haveAllFields;
    }

    SalesforceRecord of(CsvRow row) {
        BulkColumns known = columns;
        if (known == null || row.header() != header) {
            known = columnsOf(row.header());
        }
        return known.record(row);
    }

    private BulkColumns columnsOf(CsvHeader ofRows) {
        BulkColumns made = new BulkColumns(object, kinds, ofRows::place);
        haveAllFields &= kinds.keySet().stream().allMatch(ofRows::has);
        header = ofRows;
        columns = made;
        return made;
    }
}
