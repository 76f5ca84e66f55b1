using Refrain.Caching.Stores;

namespace Refrain.Caching.Tests.Stores;

public sealed class PlaceQueueTests
{
    [Fact]
    public void Places_come_out_by_their_time_in_whatever_order_they_went_in()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var queue = new PlaceQueue<int, string>();
            var times = new List<int>();
            for (var step = 0; step < 200; step++)
            {
                if (times.Count > 0 && random.Next(3) == 0)
                {
                    Assert.True(queue.TryPeek(out var next));
                    Assert.True(queue.TryTake(out var taken, out var time));
                    Assert.Same(next, taken);
                    Assert.Equal((times.Min(), times.Min()), ((int)time, taken.Entry!.Key));
                    times.Remove((int)time);
                }
                else
                {
                    var time = random.Next(2) == 0 ? step * 10 : random.Next(2000);
                    queue.Add(PlaceOf(time), time);
                    times.Add(time);
                }

                Assert.Equal(times.Count, queue.Count);
            }
        }
    }

    [Fact]
    public void An_empty_one_gives_nothing()
    {
        var queue = new PlaceQueue<int, string>();
        queue.Add(PlaceOf(1), 1);
        queue.Clear();
        Assert.False(queue.TryPeek(out _));
        Assert.False(queue.TryTake(out _, out _));
    }

    [Fact]
    public void Places_of_entries_that_left_are_dropped_once_they_are_the_greater_part_and_the_order_stays()
    {
        var queue = new PlaceQueue<int, string>();
        for (var number = 0; number < 100; number++)
        {
            var time = number % 10 == 9 ? number - 50 : number;
            var place = PlaceOf(time);
            queue.Add(place, time);
            if (number % 4 != 0 && number % 10 != 9)
                place.Entry = null;
        }

        queue.Compact(entries: 18);
        Assert.Equal(100, queue.Count);
        queue.Compact(entries: 17);

        var left = new List<long>();
        while (queue.TryTake(out var place, out var time))
        {
            Assert.Equal(time, place.Entry!.Key);
            left.Add(time);
        }

        Assert.Equal(35, left.Count);
        Assert.Equal(left.Order(), left);
    }

    private static Place<int, string> PlaceOf(int key) => new Entry<int, string>(key, "value", null, EntryFacts.None).Place;
}
