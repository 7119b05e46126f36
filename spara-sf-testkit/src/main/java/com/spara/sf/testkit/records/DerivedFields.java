package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields that the platform reckons from others: a person's Name, and what follows from a status or a stage. */
final class DerivedFields implements SaveStep {
    private static final String CASE_NUMBERS = "CaseNumber";

    private final IdSequence sequence;
    private final Supplier<Instant> now;
    private final OpportunityFields opportunities = new OpportunityFields();

    DerivedFields(IdSequence sequence, Supplier<Instant> now) {
        this.sequence = sequence;
        this.now = now;
    }

    @Override
    public void apply(Save save) {
        save.type().field("Name").filter(DerivedFields::isCompound).ifPresent(name -> save.set(name, fullName(save)));
        switch (save.type().name()) {
            case "Opportunity" -> opportunities.apply(save);
            case "Case" -> deriveCase(save);
            case "Task" -> deriveTask(save);
            case "Event" -> deriveEvent(save);
            case "CampaignMember" -> save.set("HasResponded", "Responded".equals(save.get("Status")));
            default -> {}
        }
    }

    private static boolean isCompound(Field name) {
        return name.is(FieldFlag.NAME_FIELD) && !name.is(FieldFlag.CREATEABLE) && !name.is(FieldFlag.UPDATEABLE);
    }

    private static Object fullName(Save save) {
        return Stream.of("FirstName", "LastName")
                .flatMap(part -> save.type().field(part).stream())
                .map(save::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private void deriveCase(Save save) {
        boolean closed = "Closed".equals(save.get("Status"));
        if (save.isCreate()) {
            save.set("CaseNumber", String.format("%08d", sequence.number(CASE_NUMBERS)));
        }
        if (!closed) {
            save.set("ClosedDate", null);
        } else if (save.get("ClosedDate") == null) {
            save.set("ClosedDate", now.get());
        }
        save.set("IsClosed", closed);
    }

    private static void deriveTask(Save save) {
        save.set("IsClosed", "Completed".equals(save.get("Status")));
        save.set("IsHighPriority", "High".equals(save.get("Priority")));
    }

    private static void deriveEvent(Save save) {
        if (save.get("ActivityDate") instanceof LocalDate date && save.get("EndDate") == null) {
            save.set("EndDate", date);
        }
    }
}
