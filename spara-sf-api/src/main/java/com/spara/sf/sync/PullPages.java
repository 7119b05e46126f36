package com.spara.sf.sync;

import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Pages up to the last one, each read when it is asked for. */
final class PullPages extends AbstractSpliterator<PullPage> {

    private final Function<PullCursor, PullPage> pull;
    private PullCursor cursor;
    private boolean isOver;

    private PullPages(Function<PullCursor, PullPage> pull, PullCursor cursor) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.pull = pull;
        this.cursor = cursor;
    }

    static Stream<PullPage> stream(Function<PullCursor, PullPage> pull, PullCursor cursor) {
        return StreamSupport.stream(new PullPages(pull, cursor), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super PullPage> action) {
        if (isOver) {
            return false;
        }
        PullPage page = pull.apply(cursor);
        cursor = page.next();
        isOver = page.isLast();
        action.accept(page);
        return true;
    }
}
