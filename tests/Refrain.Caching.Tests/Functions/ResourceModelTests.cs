namespace Refrain.Caching.Tests.Functions;

/// <summary>Random calls, clears, times, failed validations, refreshes, and ends of holders and sessions, against what must be true of every resource at every step.</summary>
[Trait("row", "C4")]
public sealed class ResourceModelTests
{
    [Fact]
    public void Every_resource_is_released_exactly_once_and_never_while_it_is_held()
    {
        for (var seed = 0; seed < 60; seed++)
            new Model(seed).Run();
    }

    private sealed class Model(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly Shop _shop = new();
        private readonly List<Holder> _holders = [];

        internal void Run()
        {
            using (var world = new CacheWorld())
            {
                for (var step = 0; step < 120; step++)
                {
                    Act(world);
                    Check($"seed {seed}, step {step}");
                }

                while (_holders.Count > 0)
                    End(_holders[^1]);
                Check($"seed {seed}, holders ended");
            }

            Assert.All(_shop.Made, resource => Assert.True(resource.Released == 1, $"seed {seed}: {resource} was released {resource.Released} times"));
        }

        private void Act(CacheWorld world)
        {
            switch (_random.Next(12))
            {
                case 0 when _holders.Count < 4:
                    _holders.Add(new Holder(Cache.Hold(), null));
                    break;
                case 1 when _holders.Count < 4:
                    _holders.Add(new Holder(Cache.Hold(), Cache.Scope()));
                    break;
                case 2 when _holders.Count > 0:
                    End(_holders[^1]);
                    break;
                case 3:
                    _ = _random.Next(3) switch
                    {
                        0 => Cache.Clear(Plain),
                        1 => Cache.Clear(Plain, _random.Next(4)),
                        _ => Cache.ClearResources(),
                    };
                    break;
                case 4:
                    world.Time.Advance(TimeSpan.FromSeconds(_random.Next(1, 40)));
                    break;
                case 5:
                    _shop.IsGood = _random.Next(3) > 0;
                    break;
                case 6 or 7 when _holders.Count > 0:
                    Receive(Outer(_random.Next(2), _shop));
                    break;
                case 8 when _holders.Any(holder => holder.HasSession):
                    Receive(Own(_random.Next(2), _shop));
                    break;
                case 9 when _holders.Count > 0:
                    Receive(Aging(_random.Next(2), _shop));
                    Assert.True(SpinWait.SpinUntil(() => world.Report("Aging").Computing == 0, TimeSpan.FromSeconds(30)));
                    break;
                case 10 when _holders.Count > 0:
                    Receive(Shop.Checked(_shop));
                    break;
                default:
                    if (_holders.Count > 0)
                        Receive(Plain(_random.Next(4), _shop));
                    break;
            }
        }

        /// <summary>The innermost holder is the one that receives; what was made inside another lives as long as it.</summary>
        private void Receive(Resource resource)
        {
            for (var one = resource; one is not null; one = one.Inner)
                _holders[^1].Received.Add(one);
        }

        private void End(Holder holder)
        {
            _holders.Remove(holder);
            holder.Dispose();
        }

        private void Check(string when)
        {
            foreach (var resource in _shop.Made)
            {
                Assert.True(resource.Released <= 1, $"{when}: {resource} was released {resource.Released} times");
                Assert.True(resource.Released == 0 || !_holders.Any(holder => holder.Received.Contains(resource)), $"{when}: {resource} was released while it was held");
            }
        }
    }

    [CacheResource(MaxEntries = 3, Ttl = "1m")]
    private static Resource Plain(int id, Shop _shop) => _shop.Make($"plain {id}");

    [CacheResource(Ttl = "90s", MaxEntries = 1)]
    private static Resource Outer(int id, Shop _shop) => _shop.Make($"outer {id}", Plain(id, _shop));

    [CacheResource(Scope = CacheScope.Session)]
    private static Resource Own(int id, Shop _shop) => _shop.Make($"own {id}");

    [CacheResource(Ttl = "20s", StaleFor = "30s")]
    private static Resource Aging(int id, Shop _shop) => _shop.Make($"aging {id}");

    private sealed class Holder(IDisposable hold, IDisposable? session) : IDisposable
    {
        internal HashSet<Resource> Received { get; } = [];

        internal bool HasSession => session is not null;

        public void Dispose()
        {
            session?.Dispose();
            Received.Clear();
            hold.Dispose();
        }
    }

    private sealed class Shop
    {
        private readonly Lock _gate = new();
        private readonly List<Resource> _made = [];

        internal bool IsGood { get; set; } = true;

        internal IReadOnlyList<Resource> Made
        {
            get
            {
                lock (_gate)
                    return [.. _made];
            }
        }

        internal Resource Make(string name, Resource? inner = null)
        {
            lock (_gate)
            {
                _made.Add(new Resource($"{name} #{_made.Count}", this, inner));
                return _made[^1];
            }
        }

        [CacheResource(Validate = nameof(IsStillGood), OnRelease = nameof(GiveBack))]
        internal static Resource Checked(Shop _shop) => _shop.Make("checked");

        private static bool IsStillGood(Resource resource) => resource.Shop.IsGood;

        private static ValueTask GiveBack(Resource resource)
        {
            resource.Dispose();
            return default;
        }
    }

    private sealed class Resource(string name, Shop shop, Resource? inner) : IDisposable
    {
        private int _released;

        internal Shop Shop => shop;

        internal Resource? Inner => inner;

        internal int Released => Volatile.Read(ref _released);

        public void Dispose() => Interlocked.Increment(ref _released);

        public override string ToString() => name;
    }
}
