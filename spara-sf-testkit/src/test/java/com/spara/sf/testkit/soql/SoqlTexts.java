package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up queries about leads: valid ones, and broken ones from them. The same seed gives the same queries. */
public final class SoqlTexts {
    private static final int DEEPEST = 4;
    private static final List<String> PIECES = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "AND",
            "OR",
            "NOT",
            "IN",
            "LIKE",
            "(",
            ")",
            ",",
            "'",
            "\\",
            "=",
            "!=",
            "<",
            ":",
            ".",
            "-",
            "NULL",
            "TRUE",
            "TODAY",
            "LAST_N_DAYS:3",
            "LIMIT",
            "OFFSET",
            "GROUP BY",
            "HAVING",
            "ORDER BY",
            "COUNT()",
            "COUNT(Id)",
            "FIELDS(ALL)",
            "TYPEOF Owner WHEN User THEN Id END",
            "Owner.Name",
            "Foo",
            "1",
            "99999999999",
            "2026-02-31",
            "'a\\'",
            "12:00:00Z",
            "USD5",
            "%",
            "\n",
            "\u00a0",
            "\ud83d\ude00",
            "''",
            "FOR VIEW",
            "(SELECT Id FROM CampaignMembers)");
    private static final List<String> FIELDS = List.of(
            "Id",
            "Name",
            "Company",
            "Email",
            "Rating",
            "IsConverted",
            "CreatedDate",
            "OwnerId",
            "Owner.Name",
            "Owner.Type",
            "ConvertedAccount.Name",
            "ConvertedAccount.Owner.Email",
            "AnnualRevenue",
            "NumberOfEmployees",
            "Code__c");

    private final Random random;

    public SoqlTexts(long seed) {
        random = new Random(seed);
    }

    public String valid() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> grouped();
            case 2 -> withChildren();
            case 3 -> semiJoined();
            case 4 -> typed();
            default -> "SELECT " + fields() + " FROM Lead" + where() + order() + window();
        };
    }

    private String withChildren() {
        String children = "(SELECT Id, Email FROM Contacts"
                + pick(List.of("", " WHERE Email LIKE '%e'", " ORDER BY Name DESC")) + pick(List.of("", " LIMIT 2"))
                + ")";
        return "SELECT Name, " + children + ", Owner.Name FROM Account a ORDER BY a.Name";
    }

    private String semiJoined() {
        return "SELECT " + fields() + " FROM Lead WHERE Id " + pick(List.of("IN", "NOT IN"))
                + " (SELECT LeadId FROM CampaignMember" + pick(List.of("", " WHERE Status != 'Sent'")) + ") AND ("
                + condition(1) + ")" + order();
    }

    private String typed() {
        return "SELECT Id, TYPEOF Owner WHEN User THEN Email, IsActive"
                + pick(List.of("", " WHEN Group THEN Type", " ELSE Name")) + " END FROM Lead l" + where() + order();
    }

    /** A valid query in which something was put in, taken out, doubled or moved. */
    public String broken() {
        String text = valid();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(8));
            String inserted = random.nextBoolean() ? pick(PIECES) : text.substring(from, to);
            text = text.substring(0, from) + inserted + text.substring(random.nextBoolean() ? from : to);
        }
        return text;
    }

    private String fields() {
        List<String> some =
                FIELDS.stream().filter(field -> random.nextInt(4) == 0).toList();
        return some.isEmpty() ? "Name" : String.join(", ", some);
    }

    private String grouped() {
        String having = random.nextBoolean() ? " HAVING COUNT(Id) > " + random.nextInt(3) : "";
        String key = pick(List.of("Company", "Owner.Name", "CALENDAR_YEAR(CreatedDate)"));
        return "SELECT " + key + " k, MAX(Name) m, COUNT_DISTINCT(Email) FROM Lead" + where() + " GROUP BY " + key
                + having + " ORDER BY " + key + window();
    }

    private String where() {
        return random.nextInt(5) == 0 ? "" : " WHERE " + condition(0);
    }

    private String condition(int depth) {
        int kind = depth == DEEPEST ? 0 : random.nextInt(6);
        return switch (kind) {
            case 1 -> parts(depth, " AND ");
            case 2 -> parts(depth, " OR ");
            case 3 -> "NOT " + "(" + condition(depth + 1) + ")";
            default -> comparison();
        };
    }

    private String parts(int depth, String conjunction) {
        return IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(i -> "(" + condition(depth + 1) + ")")
                .collect(Collectors.joining(conjunction));
    }

    private String comparison() {
        return switch (random.nextInt(11)) {
            case 8 -> "Topics__c " + pick(List.of("INCLUDES ('a;b', 'c')", "EXCLUDES ('a')", "= 'a;b'", "!= null"));
            case 9 -> "CALENDAR_MONTH(CreatedDate) = " + random.nextInt(13);
            case 10 -> "CreatedDate > 2026-11-23T09:00:00" + pick(List.of("Z", "+01:00", ".5-0500"));
            case 0 -> "Id " + pick(List.of("IN", "NOT IN")) + " (" + list(this::id) + ")";
            case 1 -> "Email " + pick(List.of("IN", "NOT IN")) + " (" + list(this::text) + ")";
            case 2 ->
                pick(List.of("Email", "Company", "Name", "Owner.Name", "ConvertedAccount.Name"))
                        + pick(List.of(
                                " = 'acme'", " != ''", " LIKE 'a%'", " LIKE '%\\_%'", " < 'B'", " >= '\\u0041cme'"));
            case 3 ->
                "CreatedDate" + pick(List.of(" = ", " > ", " <= "))
                        + pick(List.of(
                                "TODAY", "LAST_N_DAYS:2", "THIS_YEAR", "N_FISCAL_QUARTERS_AGO:2", "NEXT_90_DAYS"));
            case 4 -> "NumberOfEmployees" + pick(List.of(" = ", " != ", " > ")) + random.nextInt(20);
            case 5 -> "OwnerId = '" + pick(List.of(TinyOrg.GRACE, TinyOrg.QUEUE)) + "'";
            case 6 -> pick(List.of("Email", "Rating", "ConvertedAccount.Name")) + pick(List.of(" = ", " != ")) + "null";
            default -> "IsConverted = " + random.nextBoolean();
        };
    }

    private String list(Supplier<String> value) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> value.get())
                .collect(Collectors.joining(", "));
    }

    private String id() {
        return "'" + pick(List.of(TinyOrg.ADA, TinyOrg.BOB, TinyOrg.GONE, "00Q000000000003")) + "'";
    }

    private String text() {
        return pick(List.of("'ADA@example.com'", "'bob@example.com'", "'a%'", "''"));
    }

    private String order() {
        return " ORDER BY Company DESC NULLS LAST, Name";
    }

    private String window() {
        return random.nextInt(3) == 0 ? " LIMIT " + random.nextInt(4) + " OFFSET " + random.nextInt(2) : "";
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
