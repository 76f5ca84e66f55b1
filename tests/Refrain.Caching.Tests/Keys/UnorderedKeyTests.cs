using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Tests.Keys;

/// <summary>Items without order are added up, not sorted.</summary>
public sealed class UnorderedKeyTests
{
    [Fact]
    public void The_cipher_is_AES()
    {
        if (!System.Runtime.Intrinsics.X86.Aes.IsSupported)
            return;
        var random = new Random(7);
        for (var round = 0; round < 100; round++)
        {
            var (key, block) = (new byte[16], new byte[16]);
            random.NextBytes(key);
            random.NextBytes(block);
            using var aes = Aes.Create();
            aes.Key = key;
            var ours = new byte[16];
            new BlockCipher(key).Encrypt(Vector128.Create(block)).CopyTo(ours);
            Assert.Equal(aes.EncryptEcb(block, PaddingMode.None), ours);
        }
    }

    [Fact]
    public void Items_side_by_side_count_as_each_by_itself()
    {
        if (!System.Runtime.Intrinsics.X86.Aes.IsSupported)
            return;
        var random = new Random(23);
        var secret = new UnorderedSecret(new BlockCipher(new byte[16]));
        var room = new Vector128<byte>[UnorderedSum.Room];
        for (var count = 0; count < 60; count++)
        {
            var pairs = Enumerable.Range(0, count).Select(_ => (Text(random), Text(random))).ToArray();
            var (high, low) = (0UL, 0UL);
            foreach (var pair in pairs)
            {
                var alone = Sum([pair]);
                (high, low) = (high + (ulong)(alone >> 64), low + (ulong)alone);
            }

            Assert.Equal(new UInt128(high, low), Sum(pairs));
            var distinct = pairs.DistinctBy(pair => pair.Item1).ToArray();
            Assert.Equal(Sum(distinct), SumAtOnce(distinct.ToDictionary(pair => pair.Item1, string? (pair) => pair.Item2)));
        }

        UInt128 Sum((string, string)[] pairs)
        {
            var sum = new UnorderedSum(secret, room);
            foreach (var (key, value) in pairs)
                Add(ref sum, key, value);
            Assert.Equal(pairs.Length, sum.Count);
            return sum.Finish();
        }

        UInt128 SumAtOnce(Dictionary<string, string?> texts)
        {
            var sum = new UnorderedSum(secret, room);
            for (var pairs = texts.GetEnumerator(); sum.MovePastTexts(ref pairs);)
                Add(ref sum, pairs.Current.Key, pairs.Current.Value!);
            return sum.Finish();
        }

        static void Add(ref UnorderedSum sum, string key, string value)
        {
            sum.Begin(key.Length, value.Length);
            sum.Add(key);
            sum.Add(value);
            sum.End();
        }

        // Mostly short, as long as may be now and then.
        static string Text(Random random) => new('x', random.Next(4) == 0 ? random.Next(UnorderedSum.MostBytes / sizeof(char) + 1) : random.Next(10));
    }

    [Fact]
    public void Texts_of_every_length_are_told_apart_by_each_of_their_characters()
    {
        for (var length = 0; length <= 140; length++)
        {
            var text = new string('a', length);
            var same = Set(text);
            Assert.Equal(Key.Of(same), Key.Of(Set(new string('a', length))));
            Assert.NotEqual(Key.Of(same), Key.Of(Set(text + 'a')));
            Assert.NotEqual(Key.Of(same), Key.Of(Set(text + '\0')));
            for (var place = 0; place < length; place++)
                Assert.NotEqual(Key.Of(same), Key.Of(Set(text[..place] + 'b' + text[(place + 1)..])));
        }
    }

    [Fact]
    public void Pairs_do_not_lend_each_other_their_values()
    {
        var straight = new Dictionary<string, string?> { ["a"] = "x", ["b"] = "y" };
        var crossed = new Dictionary<string, string?> { ["a"] = "y", ["b"] = "x" };
        var turned = new Dictionary<string, string?> { ["x"] = "a", ["y"] = "b" };
        var moved = new Dictionary<string, string?> { ["ax"] = "", ["b"] = "y" };
        var empty = new Dictionary<string, string?> { ["a"] = "", ["b"] = "y" };
        var none = new Dictionary<string, string?> { ["a"] = null, ["b"] = "y" };
        var all = new[] { straight, crossed, turned, moved, empty, none };
        Assert.Equal(all.Length, all.Select(Key.Of).Distinct().Count());
    }

    [Fact]
    public void The_order_of_pairs_never_counts_whatever_their_values_are()
    {
        var random = new Random(11);
        var texts = Enumerable.Range(0, 200).Select(number => KeyValuePair.Create($"key {number}", new string((char)('a' + (number % 26)), number))).ToArray();
        var numbers = texts.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Length * 0.5)).ToArray();
        var lists = texts.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToList())).ToArray();
        Check(texts);
        Check(numbers);
        Check(lists);

        void Check<T>(KeyValuePair<string, T>[] pairs)
        {
            var key = Key.Of(new Dictionary<string, T>(pairs));
            random.Shuffle(pairs);
            Assert.Equal(key, Key.Of(new Dictionary<string, T>(pairs)));
            Assert.NotEqual(key, Key.Of(new Dictionary<string, T>(pairs[1..])));
        }
    }

    [Fact]
    public void Items_that_hold_each_other_are_still_told_apart_from_items_that_do_not()
    {
        var shared = new Node("shared");
        var holding = new HashSet<Node> { new("a") { Next = shared }, new("b") { Next = shared } };
        var apart = new HashSet<Node> { new("a") { Next = new("shared") }, new("b") { Next = new("shared") } };
        var turned = new HashSet<Node> { new("b") { Next = shared }, new("a") { Next = shared } };
        Assert.Equal(Key.Of(holding), Key.Of(turned));
        Assert.NotEqual(Key.Of(holding), Key.Of(apart));
    }

    [Fact]
    public void An_item_more_often_in_a_bag_counts()
    {
        var once = new System.Collections.Concurrent.ConcurrentBag<int>([1, 2]);
        var twice = new System.Collections.Concurrent.ConcurrentBag<int>([1, 1, 2]);
        var other = new System.Collections.Concurrent.ConcurrentBag<int>([1, 2, 2]);
        Assert.Equal(3, new[] { once, twice, other }.Select(Key.Of).Distinct().Count());
    }

    private static HashSet<string> Set(string text) => [text];

    private sealed class Node(string name)
    {
        public string Name { get; } = name;

        public Node? Next { get; set; }
    }
}
