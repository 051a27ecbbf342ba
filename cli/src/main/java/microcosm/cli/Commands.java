package microcosm.cli;

import java.lang.reflect.Constructor;

import picocli.CommandLine;

/// Makes the commands, each with the console it is to use.
final class Commands implements CommandLine.IFactory {
    private final Console console;

    Commands(Console console) { this.console = console; }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Console.class) {
                return type.cast(constructor.newInstance(console));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
