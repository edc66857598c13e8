package io.mooring.cli;

import io.mooring.binding.check.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A word out of a few, as an option takes it: small letters in, small letters in the message when it is none of them. */
record Choice<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
    private static final List<Class<? extends Enum<?>>> ALL = List.of(
            Format.class,
            OutputOptions.When.class,
            Severity.class,
            PlanCommand.Kept.class,
            DrawCommand.Drawn.class,
            CompletionCommand.Shell.class);

    /** For every option of the command and of its subcommands. */
    static void register(CommandLine line) {
        ALL.forEach(type -> register(line, type));
        line.registerConverter(int.class, Choice::wholeNumber);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The class of an enum is of that enum.
    private static void register(CommandLine line, Class type) {
        line.registerConverter(type, new Choice(type));
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> typed(each).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected " + words() + ", not \"" + text + "\""));
    }

    private String words() {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Choice::typed).toList();
        int last = words.size() - 1;
        return words.stream().limit(last).collect(Collectors.joining(", ")) + " or " + words.get(last);
    }

    private static String typed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a whole number, not \"" + text + "\"");
        }
    }
}
