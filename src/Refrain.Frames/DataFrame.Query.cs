using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Refrain.Frames.Rows;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>What a query of a database gives.</summary>
    /// <param name="connection">The connection; opened when it is closed, and then closed again.</param>
    /// <param name="sql">The query. Values never belong in its text: name parameters there.</param>
    /// <param name="parameters">An object whose properties are the parameters, for example <c>new { city = "Graz" }</c> for <c>@city</c>. Default: none.</param>
    /// <exception cref="FrameException">Two columns of the answer have one name, or one has none.</exception>
    /// <example><code>
    /// var rides = DataFrame.Query(connection, "select * from rides where city = @city", new { city = "Graz" });
    /// </code></example>
    public static DataFrame Query(DbConnection connection, string sql, object? parameters = null)
    {
        using var command = Command(connection, sql, parameters);
        var wasClosed = connection.State == ConnectionState.Closed;
        if (wasClosed)
            connection.Open();
        try
        {
            using var reader = command.ExecuteReader();
            return RecordReader.Read(reader);
        }
        finally
        {
            if (wasClosed)
                connection.Close();
        }
    }

    /// <summary>What a query of a database gives, without holding a thread while it waits; see <see cref="Query"/>.</summary>
    /// <param name="connection">The connection; opened when it is closed, and then closed again.</param>
    /// <param name="sql">The query. Values never belong in its text: name parameters there.</param>
    /// <param name="parameters">An object whose properties are the parameters. Default: none.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <exception cref="FrameException">Two columns of the answer have one name, or one has none.</exception>
    public static async Task<DataFrame> QueryAsync(DbConnection connection, string sql, object? parameters = null, CancellationToken cancellationToken = default)
    {
        using var command = Command(connection, sql, parameters);
        var wasClosed = connection.State == ConnectionState.Closed;
        if (wasClosed)
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await RecordReader.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (wasClosed)
                await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The query is the caller's; values have parameters.")]
    private static DbCommand Command(DbConnection connection, string sql, object? parameters)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrEmpty(sql);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var property in parameters?.GetType().GetProperties() ?? [])
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = property.Name;
            parameter.Value = property.GetValue(parameters) ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
