package com.spara.sf.settings;

import java.util.List;
import java.util.Optional;

/**
 * The fields of one object of an org, and what fits into them: what a mapping screen is drawn from. Implemented by the library
 * alone; immutable and safe to share between threads.
 *
 * <pre>{@code
 * OrgFields fields = sync.fields("Lead");
 * fields.all().forEach(field -> screen.row(field.label(), field.whyNotWritable()));
 * Fit fit = fields.fit(FieldMapping.of("job_title", "Title"), "Countess");
 * }</pre>
 */
public interface OrgFields {

    /**
     * Returns the object.
     *
     * @return its API name
     */
    String object();

    /**
     * Returns all fields that the connected user may see, those that cannot be written among them.
     *
     * @return the fields, by label, unmodifiable
     */
    List<OrgField> all();

    /**
     * Returns the fields that can be written on create, on update or on both: what a mapping can go to.
     *
     * @return the fields, by label, unmodifiable
     */
    List<OrgField> writable();

    /**
     * Returns a field.
     *
     * @param apiName its API name, in any case
     * @return the field, or empty if the org has none or the connected user may not see it
     */
    Optional<OrgField> field(String apiName);

    /**
     * Tells whether a mapping can be offered, as far as the field, the rule and a constant tell; of the lead's value nothing is
     * known, but for the keys of {@link com.spara.sf.LeadField}. Creating is taken to be on.
     *
     * @param mapping the mapping
     * @return offered, offered with a warning, or refused
     */
    Fit fit(FieldMapping mapping);

    /**
     * Tells the same with a value in hand that the host's field may have.
     *
     * @param mapping the mapping
     * @param sample a value of a type that a lead can hold
     * @return refused also if a value of that type never fits; a warning if just this one would be left out or changed
     */
    Fit fit(FieldMapping mapping, Object sample);

    /**
     * Suggests where a field of the lead could go, by the names: {@code job_title} to {@code Title}, {@code mobile_phone} to
     * {@code MobilePhone}. A conversation goes to the longest text. Only fields that can be written and that fit.
     *
     * @param leadField the host's name of the field
     * @return at most five fields, the likeliest first; empty if no name is alike
     */
    List<OrgField> suggestions(String leadField);
}
