package microcosm.agents.games;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/// A population in which anybody meets anybody: two after two, one says a word and the other hears it, until all use the same word alone.
public final class Meetings {
    private final Member[] members;
    private final int[] users;
    private final LongFunction<SplittableRandom> pairs;
    private final Luck luck;
    private long met;
    private int last;
    private Meeting latest = new Meeting(0, 1);
    private boolean agreed;

    /// @param members at least 2
    /// @param words how many words there are
    /// @param pairs what draws the pair of a meeting, from 1
    /// @param luck of who speaks in a meeting, from 1
    public Meetings(List<? extends Member> members, int words, LongFunction<SplittableRandom> pairs, Luck luck) {
        if (members.size() < 2) {
            throw new IllegalArgumentException(members.size() + " members cannot meet");
        }
        this.members = members.toArray(Member[]::new);
        this.pairs = pairs;
        this.luck = luck;
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
            met++;
            latest = Meeting.drawn(members.length, pairs.apply(met));
            meet(latest);
        }
        return this;
    }

    private void meet(Meeting meeting) {
        Member speaker = members[meeting.speaker()];
        Member hearer = members[meeting.hearer()];
        count(speaker, -1);
        count(hearer, -1);
        int word = speaker.say(luck.of(meeting.speaker(), met));
        last = word;
        agreed = hearer.hear(word);
        if (agreed) {
            speaker.agreed(word);
        }
        count(speaker, 1);
        count(hearer, 1);
    }

    /// @return the word all use and no other; -1 while there is none
    public int consensus() { return users[last] == members.length ? last : -1; }

    /// @return how often two have met
    public long met() { return met; }

    /// @return who met last
    public Meeting latest() { return latest; }

    /// @return whether who heard it used the last word too
    public boolean agreed() { return agreed; }

    /// @return the word that was said last
    public int last() { return last; }

    /// @return how many use a word and no other
    public int users(int word) { return users[word]; }
}
