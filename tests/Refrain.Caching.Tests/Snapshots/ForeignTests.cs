using System.Data;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Refrain.Caching.Tests.Snapshots;

/// <summary>Types that stand for something else, or may change in a way that is not seen from outside.</summary>
[Trait("row", "D6")]
public class ForeignTests
{
    public class Handle(nint address)
    {
        public nint Address => address;
    }

    public sealed class Pinned
    {
        public GCHandle Pin { get; set; }
    }

    public sealed class Finalized
    {
        private readonly long _address = 1;

        ~Finalized() => GC.KeepAlive(_address);
    }

    public sealed class Guarded
    {
        private readonly object _gate = new SemaphoreSlim(1);

        public string Gate => _gate.ToString()!;
    }

    public sealed class Locked
    {
        private readonly Lock _gate = new();

        public bool IsHeld => _gate.IsHeldByCurrentThread;
    }

    public sealed class NotedUri(string address) : Uri(address)
    {
        public string? Note { get; set; }
    }

    public sealed class ByLength : IComparer<string>
    {
        public int Sign { get; set; } = 1;

        public int Compare(string? x, string? y) => Sign * (x!.Length - y!.Length);
    }

    public static TheoryData<object, string, string> Refused => new()
    {
        { new Handle(1), "result", "a ForeignTests.Handle, an object around a handle" },
        { new Pinned(), "result", "a ForeignTests.Pinned, an object around a handle" },
        { new Finalized(), "result", "a ForeignTests.Finalized, an object with a finalizer, which lets go of something outside the program's values" },
        { new Guarded(), "result._gate", "a SemaphoreSlim, disposable: it stands for something outside the program's values" },
        { new Locked(), "result._gate", "a Lock, a lock" },
        { new List<object> { 1, new Handle(1) }, "result[1]", "a ForeignTests.Handle, an object around a handle" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Handles_locks_and_disposables_are_never_copied_field_by_field(object value, string path, string what)
    {
        var error = Assert.Throws<UncopyableValueException>(() => Graph.Freeze(value));
        Assert.Equal(path, error.MemberPath);
        var type = what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..what.IndexOf(',', StringComparison.Ordinal)];
        Assert.Equal(
            $"RFN0121: What 'Load' returned cannot be copied for each caller: '{path}' is {what}. Use [CacheResource] to give every caller the same "
            + $"object, or say how to copy it: CacheCopies.Register<{type}>(x => ...).", error.Message);
    }

    [Fact]
    public void A_table_whose_cells_can_change_is_refused()
    {
        var table = new DataTable("t") { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("Parts", typeof(object));
        table.Rows.Add("text");
        table.Rows.Add(1);
        table.Rows.Add(new byte[] { 1 });
        var frozen = Graph.Freeze(table);
        ((byte[])frozen.HandOut().Rows[2][0])[0] = 9;
        Assert.Equal([1], (byte[])frozen.HandOut().Rows[2][0]);

        table.Rows.Add(new List<int> { 1 });
        var error = Assert.Throws<UncopyableValueException>(() => Graph.Freeze(table));
        Assert.Equal(
            "RFN0121: What 'Load' returned cannot be copied for each caller: 'result' is a DataTable, a table in which a cell holds a List<int>, which "
            + "can change. Use [CacheResource] to give every caller the same object, or say how to copy it: CacheCopies.Register<DataTable>(x => ...).",
            error.Message);
    }

    [Fact]
    public void A_type_derived_from_one_that_never_changes_may_change()
    {
        var frozen = Graph.Freeze(new NotedUri("http://a") { Note = "a" });
        frozen.HandOut().Note = "b";
        Assert.Equal("a", frozen.HandOut().Note);
        Assert.Equal("http://a/", frozen.HandOut().AbsoluteUri);
    }

    [Fact]
    public void A_comparer_that_changes_is_copied_and_one_that_does_not_is_shared()
    {
        var frozen = Graph.Freeze(new ByLength());
        frozen.HandOut().Sign = -1;
        Assert.Equal(1, frozen.HandOut().Sign);
        var comparer = Comparer<int>.Create((left, right) => right - left);
        Assert.Same(comparer, Graph.Freeze(comparer).HandOut());
    }
}
