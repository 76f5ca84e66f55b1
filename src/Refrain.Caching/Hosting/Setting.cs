using Microsoft.Extensions.Configuration;

namespace Refrain.Caching.Hosting;

/// <summary>Reads one setting, or says what is wrong with it.</summary>
internal static class Setting
{
    /// <summary>The setting's value, or what holds without it.</summary>
    /// <exception cref="CacheOptionException">It is there, and no text of this kind.</exception>
    internal static T Read<T>(IConfigurationSection section, string name, SettingText<T> kind, T otherwise)
    {
        if (section[name] is not { } text)
            return otherwise;
        return kind.TryParse(text.Trim(), out var value)
            ? value
            : throw Wrong($"{section.Path}:{name}", "RFN0191", $"is \"{text}\", which is no {kind.Name}; write {kind.Allowed}");
    }

    /// <param name="path">The setting: <c>Refrain:Functions:LoadData:Ttl</c>.</param>
    /// <param name="id">The id of the error.</param>
    /// <param name="what">What is wrong, and what is right.</param>
    internal static CacheOptionException Wrong(string path, string id, string what) => new(id, $"The setting {path} {what}.") { Option = path };
}
