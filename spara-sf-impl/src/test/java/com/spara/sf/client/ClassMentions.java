package com.spara.sf.client;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** What a class file calls or reads, as {@code java/lang/Class.forName}: the references to members in its constant pool. */
final class ClassMentions {
    private static final int MAGIC_AND_VERSION = 8;

    private final Object[] constants;

    private ClassMentions(Object[] constants) {
        this.constants = constants;
    }

    static Stream<String> of(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        in.skipNBytes(MAGIC_AND_VERSION);
        Object[] constants = new Object[in.readUnsignedShort()];
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            constants[i] = constant(tag, in);
            i += tag == 5 || tag == 6 ? 1 : 0; // a long and a double take two places
        }
        return new ClassMentions(constants).members();
    }

    private Stream<String> members() {
        return Arrays.stream(constants)
                .filter(Member.class::isInstance)
                .map(Member.class::cast)
                .map(member ->
                        text(((One) at(member.owner())).index()) + "." + text(((Pair) at(member.pair())).name()));
    }

    private Object at(int index) {
        return Objects.requireNonNull(constants[index]);
    }

    private String text(int index) {
        return (String) at(index);
    }

    /** One constant; null for those that lead to no member. */
    private static Object constant(int tag, DataInputStream in) throws IOException {
        switch (tag) {
            case 1:
                return in.readUTF();
            case 7:
                return new One(in.readUnsignedShort());
            case 9, 10, 11:
                return new Member(in.readUnsignedShort(), in.readUnsignedShort());
            case 12:
                return new Pair(in.readUnsignedShort(), in.readUnsignedShort());
            default:
                in.skipNBytes(length(tag));
                return null;
        }
    }

    private static int length(int tag) {
        return switch (tag) {
            case 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IllegalArgumentException("constant of kind " + tag);
        };
    }

    private record One(int index) {}

    private record Pair(int name, int type) {}

    private record Member(int owner, int pair) {}
}
