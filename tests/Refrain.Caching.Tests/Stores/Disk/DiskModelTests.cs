using FsCheck;
using FsCheck.Fluent;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Tests.Stores.Disk;

/// <summary>Random calls of two stores over one folder, held against a dictionary.</summary>
[Trait("row", "B7")]
public class DiskModelTests
{
    private const int Keys = 5;

    [Fact]
    public void Two_stores_over_one_folder_are_as_one_dictionary() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                using var world = new DiskWorld();
                new Model(world, seed).Run(60);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private sealed class Model(DiskWorld world, int seed)
    {
        private readonly Random _random = new(seed);
        private readonly Dictionary<int, (string Text, DateTimeOffset Expires)> _expected = [];
        private readonly List<(int Key, IFunctionStorage Function, StorageTicket Ticket, bool[] IsCleared)> _computing = [];
        private readonly IFunctionStorage[] _functions = [world.Open(), world.Open()];

        public void Run(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                Act(_random.Next(Keys), _functions[_random.Next(2)], $"{seed} {step}");
                foreach (var key in Enumerable.Range(0, Keys))
                    Assert.Equal(Expected(key), _functions[_random.Next(2)].Read(key));
            }

            Assert.Empty(world.Log.Lines);
        }

        private void Act(int key, IFunctionStorage function, string text)
        {
            switch (_random.Next(10))
            {
                case 0 or 1:
                    _computing.Add((key, function, function.Begin(DiskWorld.Key(key)), new bool[1]));
                    break;
                case 2 or 3 or 4 when _computing.Count > 0:
                    var which = _random.Next(_computing.Count);
                    Store(_computing[which], text);
                    _computing.RemoveAt(which);
                    break;
                case 5:
                    Assert.Equal(_expected.ContainsKey(key), function.Remove(DiskWorld.Key(key)));
                    Forget(cleared => cleared == key);
                    break;
                case 6 when _random.Next(3) == 0:
                    Assert.Equal(_expected.Count, function.RemoveAll());
                    Forget(_ => true);
                    break;
                case 7:
                    world.Time.Advance(TimeSpan.FromSeconds(_random.Next(40)));
                    Sweep();
                    break;
                case 8:
                    _functions[_random.Next(2)] = world.Open();
                    break;
                default:
                    Store((key, function, function.Begin(DiskWorld.Key(key)), new bool[1]), text);
                    break;
            }
        }

        private void Store((int Key, IFunctionStorage Function, StorageTicket Ticket, bool[] IsCleared) computed, string text)
        {
            TimeSpan? ttl = _random.Next(2) == 0 ? TimeSpan.FromSeconds(_random.Next(60)) : null;
            var content = world.Content(text, ttl, StorageReading.Noise(seed, _random.Next(300)));
            Assert.Equal(!computed.IsCleared[0], computed.Function.Write(computed.Ticket, content));
            if (!computed.IsCleared[0])
                _expected[computed.Key] = (text, ttl is null ? DateTimeOffset.MaxValue : world.Time.GetUtcNow() + ttl.Value);
        }

        private void Forget(Func<int, bool> cleared)
        {
            foreach (var key in _expected.Keys.Where(cleared).ToArray())
                _expected.Remove(key);
            foreach (var computation in _computing.Where(computation => cleared(computation.Key)))
                computation.IsCleared[0] = true;
        }

        /// <summary>Expired files may be there still or not; this makes sure of it.</summary>
        private void Sweep()
        {
            foreach (var key in _expected.Where(entry => entry.Value.Expires <= world.Time.GetUtcNow()).Select(entry => entry.Key).ToArray())
            {
                Assert.Null(_functions[0].Read(key));
                _functions[0].Remove(DiskWorld.Key(key));
                Forget(cleared => cleared == key);
            }
        }

        private string? Expected(int key) => _expected.TryGetValue(key, out var entry) && entry.Expires > world.Time.GetUtcNow() ? entry.Text : null;
    }
}
