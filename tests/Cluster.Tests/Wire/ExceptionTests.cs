using System.Text;
using Grainline.Architecture.Tree;
using Grainline.Refusals;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;

namespace Grainline.Cluster.Tests.Wire;

/// <summary>What a silo throws is told apart in the gateway, also when the gateway has no assembly for it.</summary>
public sealed class ExceptionTests(TwoProcesses processes) : IClassFixture<TwoProcesses>
{

    public static TheoryData<Type> Ours => [.. Product.Named(Product.All).Where(type => typeof(Exception).IsAssignableFrom(type) && !type.IsAbstract).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static TheoryData<Type> Foreign =>
    [
        typeof(TimeoutException), typeof(OperationCanceledException), typeof(InvalidOperationException), typeof(ArgumentOutOfRangeException), typeof(InvalidDataException),
        typeof(AggregateException), typeof(SiloUnavailableException), typeof(InconsistentStateException),
    ];

    [Fact]
    public void Exceptions_FoundByReflection_AreAll() => Assert.True(Ours.Count >= 10, $"Only {Ours.Count} exceptions were found.");

    [Theory]
    [MemberData(nameof(Ours))]
    [MemberData(nameof(Foreign))]
    public void Exception_SentToAnotherProcess_IsTheSameOne(Type type)
    {
        var thrown = Sample(type);

        var caught = Receive(Write(thrown));

        Assert.IsType(type, caught);
        Assert.Equal(thrown.Message, caught.Message);
        Assert.Equal(thrown.InnerException?.GetType(), caught.InnerException?.GetType());
        Assert.Equal(Faults.Classify(thrown).Code, Faults.Classify(caught).Code);
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public void Exception_OfAnUnknownAssembly_StillMeansTheSame(Type type)
    {
        var thrown = Sample(type);
        var assembly = type.Assembly.GetName().Name!;
        var written = Encoding.Latin1.GetString(Write(thrown));
        Assert.Contains($",{assembly}", written);

        var caught = Receive(Encoding.Latin1.GetBytes(written.Replace($",{assembly}", $",{new string('x', assembly.Length)}", StringComparison.Ordinal)));

        Assert.IsType<UnavailableExceptionFallbackException>(caught);
        Assert.Equal(Faults.Classify(thrown).Code, Faults.Classify(caught).Code);
        Assert.NotEqual(ErrorCode.Internal, Faults.Classify(caught).Code);
    }

    private static Exception Sample(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First(c => IsOurs(type) || c.GetParameters() is [] || c.GetParameters() is [{ ParameterType.Name: "String" }]);
        var sample = new Sample();
        return (Exception)constructor.Invoke([.. constructor.GetParameters().Select(p => p.ParameterType == typeof(Exception) ? new IOException("inner") : sample.Of(p.ParameterType))]);
    }

    private static bool IsOurs(Type type) => type.Namespace!.StartsWith("Grainline", StringComparison.Ordinal);

    private byte[] Write(Exception thrown) => processes.Here.GetRequiredService<Serializer<Exception>>().SerializeToArray(thrown);

    private Exception Receive(byte[] written) => processes.There.GetRequiredService<Serializer<Exception>>().Deserialize(written)!;
}
