using Refrain.Caching.Keys;
using Refrain.Caching.Snapshots;
using Refrain.CompilerServices;

namespace Refrain.Frames.Tests.Caching;

/// <summary>Frames and columns as arguments and results of cached functions.</summary>
[Trait("row", "B4")]
public class FrameSnapshotTests
{
    [Fact]
    public void A_frame_is_handed_out_as_a_shell_over_the_same_buffers()
    {
        var frozen = Freeze(Frame());
        var first = frozen.HandOut();
        first.Columns.Remove("City");
        Assert.Equal(["City", "People"], frozen.HandOut().Columns.Select(column => column.Name));
        Assert.Equal(291_000, frozen.HandOut()[0, "People"]);
    }

    [Fact]
    public void A_column_by_itself_is_shared()
    {
        var column = Frame()["City"];
        Assert.Same(column, Freeze(column).HandOut());
        Assert.Same(column, Freeze(new List<Column> { column }).HandOut()[0]);
    }

    [Fact]
    [Trait("row", "D3")]
    public void The_size_of_a_frame_is_that_of_its_buffers()
    {
        var numbers = new DataFrame(("Id", Enumerable.Range(0, 100_000).ToArray()));
        Assert.InRange(Freeze(numbers).Size, 400_000, 420_000);
        Assert.InRange(Freeze(numbers["Id"]).Size, 400_000, 420_000);
    }

    [Fact]
    [Trait("case", "102")]
    public void Frames_and_columns_are_keys_by_content()
    {
        Assert.Equal(Key(Frame()), Key(Frame()));
        Assert.Equal(Key(Frame()["City"]), Key(Frame()["City"]));
        Assert.NotEqual(Key(Frame()["City"]), Key(Frame()["People"]));
        Assert.NotEqual(Key(Frame()["City"]), Key(Frame()["City"].Named("Town")));
        Assert.NotEqual(Key(Frame()), Key(Frame().Without("City")));
        Assert.NotEqual(Key(Frame()), Key(Frame().Take(1)));
    }

    private static DataFrame Frame() => new(("City", new[] { "Graz", "Linz" }), ("People", new[] { 291_000, 210_000 }));

    private static Frozen<T> Freeze<T>(T value) => Snapshot.Freeze(value, new("Load", "Load", []));

    private static KeyDigest Key<T>(T value) => KeyEncoder.Digest(new("Load", "Load", ["data"]), new Args<Keyed<T>>(new(value)));
}
