package microcosm.agents;

/// Where nothing has happened yet: what there is, is there since somebody entered.
record Entered(String person) implements Origins {
    private String event() { return "0.0/" + person + "/1"; }

    @Override
    public String holdings(String whose) { return event(); }

    @Override
    public String place(String whose) { return event(); }

    @Override
    public String offer(String id) { return event(); }

    @Override
    public String task(String id) { return event(); }

    @Override
    public String debt(String debtor, String creditor) { return event(); }

    @Override
    public String attribute(String subject, String attribute) { return event(); }
}
