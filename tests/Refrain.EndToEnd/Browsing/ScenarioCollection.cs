[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Refrain.EndToEnd.Browsing;

/// <summary>
/// All scenarios, one after another: they share one browser and one gallery, and several look at the clock.
/// </summary>
[CollectionDefinition(Name)]
public sealed class ScenarioCollection : ICollectionFixture<ChromiumFixture>, ICollectionFixture<Serving.GalleryFixture>, ICollectionFixture<Serving.PagesFixture>
{
    public const string Name = "Scenarios";
}
