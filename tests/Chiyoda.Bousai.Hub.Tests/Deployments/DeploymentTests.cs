using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>Tests with the processes of a whole deployment: one set at a time on this machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DeploymentTests
{
    public const string Name = "deployments";
}
