package com.spara.sf.client.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.client.json.JsonView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field is found by its name in any case. */
class FieldTableTest {

    private final FieldTable table = new FieldTable(
            List.of("Name", "company", "Email", "Id").stream()
                    .map(name -> new FieldDescribe(JsonView.of(Map.of("name", name)))),
            FieldDescribe::name);

    @ParameterizedTest
    @CsvSource({"company,company", "COMPANY,company", "email,Email", "id,Id", "NAME,Name", "a,", "Fax,", "Zip,"})
    void isFoundInAnyCase(String asked, String found) {
        assertEquals(Optional.ofNullable(found), table.find(asked).map(FieldDescribe::name));
    }
}
