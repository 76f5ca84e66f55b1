namespace Refrain.Frames.Tests;

/// <summary>Random work on several shells, each beside a naive list of rows that nothing is shared with.</summary>
[Trait("row", "B3")]
public sealed class ModelTests
{
    /// <summary>A table as one would write it in ten minutes: every row an array, every copy a deep one.</summary>
    private sealed class Model(List<string> names, List<object?[]> rows)
    {
        internal List<string> Names { get; private set; } = names;

        internal List<object?[]> Rows { get; private set; } = rows;

        internal Model Copy() => new([.. Names], Rows.ConvertAll(row => (object?[])row.Clone()));

        internal void Add(string name, Func<int, object?> value)
        {
            Names.Add(name);
            Rows = [.. Rows.Select((row, i) => (object?[])[.. row, value(i)])];
        }

        internal void Remove(int column)
        {
            Names.RemoveAt(column);
            Rows = Rows.ConvertAll(row => row.Where((_, i) => i != column).ToArray());
        }

        internal void Sort(int column, bool descending)
        {
            var present = Rows.Where(row => row[column] is not null);
            var sorted = descending ? present.OrderByDescending(row => (IComparable)row[column]!) : present.OrderBy(row => (IComparable)row[column]!);
            Rows = [.. sorted, .. Rows.Where(row => row[column] is null)];
        }

        internal void Become(IEnumerable<object?[]> rows) => Rows = [.. rows.Select(row => (object?[])row.Clone())];
    }

    private sealed class Pair(DataFrame frame, Model model)
    {
        internal DataFrame Frame { get; set; } = frame;

        internal Model Model { get; } = model;

        internal Pair Copy() => new(Frame.Copy(), Model.Copy());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_done_to_shells_agrees_with_lists_of_rows(int seed)
    {
        var random = new Random(seed);
        List<Pair> pairs = [Start(random)];
        for (var step = 0; step < 400; step++)
        {
            var pair = pairs[random.Next(pairs.Count)];
            switch (random.Next(14))
            {
                case 0 when pairs.Count < 5:
                    pairs.Add(pair.Copy());
                    break;
                case 0:
                    pairs[random.Next(pairs.Count)] = pair.Copy();
                    break;
                default:
                    Change(pair, random, step);
                    break;
            }

            Assert.All(pairs, Agree);
            if (pairs.TrueForAll(each => each.Frame.RowCount == 0))
                pairs = [Start(random)];
        }
    }

    [Fact]
    public void Threads_that_change_their_shells_of_one_buffer_agree_with_lists_of_rows()
    {
        var master = Start(new Random(7));
        using var start = new Barrier(4);
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, thread =>
        {
            var mine = master.Copy();
            start.SignalAndWait(TimeSpan.FromSeconds(1));
            for (var step = 0; step < 200; step++)
            {
                Change(mine, new Random((thread * 1000) + step), step);
                if (mine.Frame.RowCount == 0)
                    mine = master.Copy();
                Agree(mine);
            }
        });
        Agree(master);
    }

    private static Pair Start(Random random)
    {
        var ids = Enumerable.Range(0, 40).ToArray();
        var (numbers, texts) = (Array.ConvertAll(ids, i => Number(random)), Array.ConvertAll(ids, i => Text(random)));
        return new(
            new(("id", ids), ("number", numbers), ("text", texts)),
            new(["id", "number", "text"], [.. ids.Select(i => new object?[] { i, numbers[i], texts[i] })]));
    }

    private static void Change(Pair pair, Random random, int step)
    {
        var (data, model) = (pair.Frame, pair.Model);
        var column = random.Next(model.Names.Count);
        var name = model.Names[column];
        var row = random.Next(Math.Max(1, model.Rows.Count));
        var number = random.Next(0, 12);
        switch (random.Next(12))
        {
            case 0 when model.Names.Count < 7:
                var values = model.Rows.ConvertAll(_ => Number(random));
                data.Columns.Add($"added {step}", values.ToArray());
                model.Add($"added {step}", i => values[i]);
                break;
            case 1 when model.Names.Count > 2:
                data.Columns.Remove(name);
                model.Remove(column);
                break;
            case 2:
                data.Columns.Rename(name, $"renamed {step}");
                model.Names[column] = $"renamed {step}";
                break;
            case 3 or 4 or 5 when model.Rows.Count > 0:
                var value = data[name].Type == typeof(string) ? Text(random) : data[name].Type == typeof(int) ? random.Next(9) : (object?)Number(random);
                data[row, name] = value;
                model.Rows[row][column] = value;
                break;
            case 6:
                data.Sort(name, descending: number % 2 == 0);
                model.Sort(column, descending: number % 2 == 0);
                break;
            case 7 when model.Rows.Count > 5:
                pair.Frame = data.Skip(2).Take(model.Rows.Count - 3);
                model.Become(model.Rows.Skip(2).Take(model.Rows.Count - 3).ToList());
                break;
            case 8 when model.Rows.Count < 200:
                pair.Frame = data.Concat(data.Take(row));
                model.Become([.. model.Rows, .. model.Rows.Take(row)]);
                break;
            case 9 when data[name].Type == typeof(double):
                data[name] = data[name] * 2 + 1;
                foreach (var cells in model.Rows)
                    cells[column] = cells[column] is double x ? (x * 2) + 1 : null;
                break;
            case 10 when data[name].Type == typeof(double):
                pair.Frame = number % 2 == 0 ? data.Where(data[name] > -50 | data[name].IsNull()) : data.Where(name, (double? x) => x is null or > -50);
                model.Become(model.Rows.Where(cells => cells[column] is null or > -50.0).ToList());
                break;
            case 11 when data[name].Type == typeof(string):
                pair.Frame = data.FillNulls(name, "filled");
                foreach (var cells in model.Rows)
                    cells[column] ??= "filled";
                break;
        }
    }

    private static void Agree(Pair pair)
    {
        Assert.Equal(pair.Model.Names, pair.Frame.Columns.Names);
        Assert.Equal(pair.Model.Rows.Count, pair.Frame.RowCount);
        for (var row = 0; row < pair.Model.Rows.Count; row++)
            Assert.Equal(pair.Model.Rows[row], pair.Model.Names.Select(name => pair.Frame[row, name]));
    }

    private static double? Number(Random random) => random.Next(5) == 0 ? null : random.Next(-100, 100) / 4.0;

    private static string? Text(Random random) => random.Next(5) == 0 ? null : $"{(char)('a' + random.Next(6))}";
}
