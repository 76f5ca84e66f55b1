using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Refrain.Server.Http;

/// <summary>Puts <c>UseRefrainCaching</c> before everything else of a program.</summary>
internal sealed class RequestHolderFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseRefrainCaching();
        next(app);
    };
}
