package com.spara.sf.client.check;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.FieldFit;
import com.spara.sf.client.describe.Fitted;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Fit;
import com.spara.sf.settings.OrgField;
import com.spara.sf.settings.OrgFields;
import com.spara.sf.settings.PushRule;
import com.spara.sf.sync.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The fields of an object as its describe tells of them. */
final class DescribedFields implements OrgFields {

    private static final PushRule ANY = PushRule.updateExisting().createWhenNoMatch();

    private final ObjectDescribe known;
    private final List<DescribedField> fields;

    DescribedFields(ObjectDescribe known, JsonView answer) {
        this.known = known;
        this.fields = described(known, answer.at("fields").items());
    }

    private static List<DescribedField> described(ObjectDescribe known, List<JsonView> all) {
        boolean isWritable = known.isCreateable() || known.isUpdateable();
        List<DescribedField> fields = new ArrayList<>();
        for (JsonView json : all) {
            String name = json.at("name").textOrEmpty();
            known.field(name)
                    .ifPresent(field -> fields.add(new DescribedField(json, field, partsOf(name, all), isWritable)));
        }
        fields.sort(Comparator.comparing(DescribedField::label, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(DescribedField::name));
        return List.copyOf(fields);
    }

    private static List<String> partsOf(String name, List<JsonView> all) {
        return all.stream()
                .filter(field -> field.at("compoundFieldName").textOrEmpty().equals(name))
                .map(field -> field.at("name").textOrEmpty())
                .filter(part -> !part.equals(name))
                .toList();
    }

    @Override
    public String object() {
        return known.name();
    }

    @Override
    public List<OrgField> all() {
        return List.copyOf(fields);
    }

    @Override
    public List<OrgField> writable() {
        return fields.stream()
                .filter(DescribedField::isWritable)
                .map(OrgField.class::cast)
                .toList();
    }

    @Override
    public Optional<OrgField> field(String apiName) {
        return described(apiName).map(OrgField.class::cast);
    }

    private Optional<DescribedField> described(String apiName) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(apiName))
                .findFirst();
    }

    @Override
    public Fit fit(FieldMapping mapping) {
        Optional<Object> typical = OwnFields.typical(mapping);
        return typical.isPresent() ? fit(mapping, typical.get()) : byDescribe(mapping);
    }

    @Override
    public Fit fit(FieldMapping mapping, Object sample) {
        Fit fit = byDescribe(mapping);
        return fit.isRefused()
                ? fit
                : described(mapping.salesforceField())
                        .flatMap(field -> byValue(FieldFit.fit(sample, field.describe(), mapping.isCutToFit())))
                        .orElse(fit);
    }

    private Fit byDescribe(FieldMapping mapping) {
        Optional<DescribedField> field = described(mapping.salesforceField());
        Optional<Reason> never = field.filter(any -> !any.isWritable()).flatMap(OrgField::whyNotWritable);
        return never.map(Fit::refused)
                .orElseGet(() -> new MappingCheck(object(), ANY, mapping, known)
                        .problem()
                        .map(DescribedFields::fit)
                        .orElseGet(Fit::offered));
    }

    private static Fit fit(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR
                ? Fit.refused(problem.reason())
                : Fit.warned(problem.reason());
    }

    /** A value of the wrong type never fits; one that is too long or unknown says nothing of the next. */
    private static Optional<Fit> byValue(Fitted fitted) {
        return fitted.unfit()
                .map(why -> why.is(ReasonCode.WRONG_TYPE) ? Fit.refused(why) : Fit.warned(why))
                .or(() -> fitted.note().map(Fit::warned));
    }

    @Override
    public List<OrgField> suggestions(String leadField) {
        return new Suggestions(leadField)
                .among(writable().stream()
                        .filter(field ->
                                !fit(FieldMapping.of(leadField, field.name())).isRefused())
                        .toList());
    }
}
