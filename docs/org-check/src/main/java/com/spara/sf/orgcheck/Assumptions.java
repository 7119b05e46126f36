package com.spara.sf.orgcheck;

import java.util.List;

/** What is asked, in the order in which it is printed. New ones go to the end, so that numbers stay what they are. */
final class Assumptions {

    private Assumptions() {}

    static List<Assumption> all() {
        return List.of(
                new LongSubrequestUrl(),
                new GuardedPatch(),
                new ReferencesInValues(),
                new NoReferencesInCollections(),
                new DuplicatesInCollections(),
                new AutoAssignOfCollection(),
                new DuplicateHeaderOfCollection(),
                new DeletedRow(),
                new DeletedRowInQueryAll(),
                new ExtraDecimals(),
                new ConditionalDescribe(),
                new EmailInLowerCase(),
                new OrderOfIds(),
                new DeletingMovesStamp(),
                new RootNamesWhoAsks(),
                new UnknownApp(),
                new RevokingNothing(),
                new SecondUpload(),
                new BulkCells(),
                new SpacedNotApplicable(),
                new BulkErrors(),
                new DuplicatesInBulk(),
                new IntrospectingNothing(),
                new OffsetGoesOn());
    }
}
