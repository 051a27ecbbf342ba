package microcosm.agents.games;

import java.util.List;
import java.util.SplittableRandom;

/// A population in which anybody meets anybody: two after two, one says a word and the other hears it, until all use the same word alone.
public final class Meetings {
    private final Member[] members;
    private final int[] users;
    private final SplittableRandom chance;
    private long met;
    private int last;

    /// @param members at least 2
    /// @param words how many words there are
    public Meetings(List<? extends Member> members, int words, SplittableRandom chance) {
        if (members.size() < 2) {
            throw new IllegalArgumentException(members.size() + " members cannot meet");
        }
        this.members = members.toArray(Member[]::new);
        this.chance = chance;
        users = new int[words];
        for (Member member : members) {
            count(member, 1);
        }
    }

    private void count(Member member, int by) {
        int only = member.only();
        if (only >= 0) {
            users[only] += by;
        }
    }

    /// Lets them meet until they agree, or so many times.
    public Meetings play(long most) {
        while (met < most && consensus() < 0) {
            int one = chance.nextInt(members.length);
            int other = chance.nextInt(members.length - 1);
            meet(members[one], members[other < one ? other : other + 1]);
        }
        return this;
    }

    private void meet(Member speaker, Member hearer) {
        count(speaker, -1);
        count(hearer, -1);
        int word = speaker.say(chance);
        last = word;
        if (hearer.hear(word)) {
            speaker.agreed(word);
        }
        count(speaker, 1);
        count(hearer, 1);
        met++;
    }

    /// @return the word all use and no other; -1 while there is none
    public int consensus() { return users[last] == members.length ? last : -1; }

    /// @return how often two have met
    public long met() { return met; }

    /// @return how many use a word and no other
    public int users(int word) { return users[word]; }
}
