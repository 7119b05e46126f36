package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arrows of the house: which module and which room may name which. Every mention counts, an import as well as a name
 * written out.
 */
class HouseTest {

    /** Each room may name those before it in its list, and what its module may name besides. */
    private static final Map<String, List<String>> ROOMS = Map.of(
            "spara-sf-api", List.of(".values", "", ".spi", ".settings", ".sync", ".connect"),
            "spara-sf-impl",
                    List.of(
                            ".client.http",
                            ".client.jdbc",
                            ".client.json",
                            ".client.soql",
                            ".client.rest",
                            ".client.auth",
                            ".client.describe",
                            ".client.check",
                            ".client.read",
                            ".client.bulk",
                            ".client.pull",
                            ".client.push",
                            ".client"),
            "spara-sf-testkit",
                    List.of(
                            ".testkit.soql",
                            ".testkit.schema",
                            ".testkit.records",
                            ".testkit.query",
                            ".testkit.oauth",
                            ".testkit.bulk",
                            ".testkit.rest",
                            ".testkit.data",
                            ".testkit.page",
                            ".testkit",
                            ".testkit.contents",
                            ".testkit.junit",
                            ".testkit.standalone"));

    @Test
    void arrowsPointOneWayInsideEachModuleAndBetweenThem() throws IOException {
        TreeSet<String> wrong = new TreeSet<>();
        for (String module : House.MODULES) {
            House.sources(module)
                    .forEach(file -> wrong.addAll(wrong(module, House.name(module, file), House.code(file))));
        }
        assertEquals(new TreeSet<>(), wrong);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedArrowIsFound(String module, String file, String text) {
        assertTrue(!wrong(module, file, text).isEmpty());
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                arguments("spara-sf-api", "com/spara/sf/Lead.java", "import com.spara.sf.sync.PushResult;"),
                arguments("spara-sf-api", "com/spara/sf/Lead.java", "com.spara.sf.client.Salesforce x;"),
                arguments("spara-sf-impl", "com/spara/sf/client/rest/X.java", "import com.spara.sf.client.push.Row;"),
                arguments("spara-sf-testkit", "com/spara/sf/testkit/X.java", "import com.spara.sf.client.Salesforce;"),
                arguments(
                        "spara-sf-testkit",
                        "com/spara/sf/testkit/soql/X.java",
                        "import com.spara.sf.testkit.FakeOrg;"));
    }

    @Test
    void noUnseamedClockSleepOrChance() throws IOException {
        Pattern forbidden = Pattern.compile(
                "Instant\\.now\\(|LocalDate\\.now\\(|System\\.currentTimeMillis\\(|Thread\\.sleep\\(|new Random\\(");
        TreeSet<String> found = new TreeSet<>();
        House.sources().forEach(file -> {
            if (forbidden.matcher(House.code(file)).find()) {
                found.add(file.getFileName().toString());
            }
        });
        assertEquals(new TreeSet<>(), found);
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        TreeSet<String> unmarked = new TreeSet<>();
        House.sources().stream().map(Path::getParent).distinct().forEach(folder -> {
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info) || !House.code(info).contains("@NullMarked")) {
                unmarked.add(House.ROOT.relativize(folder).toString());
            }
        });
        assertEquals(new TreeSet<>(), unmarked);
    }

    private static List<String> wrong(String module, String file, String text) {
        String home = House.room(file);
        List<String> rooms = ROOMS.get(module);
        return House.mentions(text)
                .filter(room -> !room.equals(home))
                .filter(room -> rooms.contains(room)
                        ? rooms.indexOf(room) > rooms.indexOf(home)
                        : !ROOMS.get("spara-sf-api").contains(room))
                .map(room -> file + " -> com.spara.sf" + room)
                .distinct()
                .toList();
    }
}
