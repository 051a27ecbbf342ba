package microcosm.models;

/// One attempt on a provider: sends, waits at most until the deadline, never tries again. Safe for use by several threads.
interface Wire extends AutoCloseable {
    Reply send(Request request) throws Fault;

    @Override
    void close();
}
