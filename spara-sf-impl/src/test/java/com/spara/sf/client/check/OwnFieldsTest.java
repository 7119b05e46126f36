package com.spara.sf.client.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.LeadField;
import com.spara.sf.settings.FieldMapping;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnFieldsTest {

    @Test
    void whatTheLibraryStoresIsKnownByATypicalValue() {
        List<String> unknown = LeadField.storedBySync().stream()
                .filter(key ->
                        OwnFields.typical(FieldMapping.of(key, "Description")).isEmpty())
                .toList();
        assertEquals(List.of(), unknown);
    }
}
