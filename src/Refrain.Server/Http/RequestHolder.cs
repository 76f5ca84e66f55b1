using Microsoft.AspNetCore.Http;
using Refrain.Caching.Functions;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;

namespace Refrain.Server.Http;

/// <summary>Makes each request use the program's caches, and hold the resources it receives until it has ended, its <c>OnCompleted</c> callbacks included.</summary>
internal sealed class RequestHolder(RequestDelegate next, CacheHost caches)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var holder = new ResourceHolder();
        context.Response.RegisterForDispose(holder);

        // Undone by the end of this method, as everything that flows with the execution context is.
        Ambient.Current = new Ambient(caches, drawing: null) { Holder = holder };
        await next(context).ConfigureAwait(false);
    }
}
