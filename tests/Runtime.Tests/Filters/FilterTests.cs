using Grainline.Runtime.Tests.Hosting;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Filters;

// Filters see the runtime's own calls too, where it makes some; each of these minds its own grain.
public sealed class FilterTests
{
    [Fact]
    public async Task Filters_Several_RunInOrderAroundTheCall()
    {
        List<string> seen = [];
        await using var cluster = await ConformanceCluster.StartAsync(silo => silo
            .AddIncomingGrainCallFilter(new Recorder("outer", seen))
            .AddIncomingGrainCallFilter(new Recorder("inner", seen)));

        Assert.Equal("hello ahello a", await Grain(cluster).Greet("a", 2));

        Assert.Equal(["outer in", "inner in", "inner out hello ahello a", "outer out hello ahello a"], seen);
    }

    [Fact]
    public async Task Filter_SeesMethodArgumentsAndParties()
    {
        (GrainId Target, Type? Interface, Type? Implementation) seen = default;
        (object? First, object? Second, int Count) arguments = default;
        GrainId? source = null;
        await using var cluster = await ConformanceCluster.StartAsync(silo => silo.AddIncomingGrainCallFilter(context =>
        {
            if (context.MethodName == nameof(IFilteredGrain.Greet))
            {
                // The context is worth nothing after the call.
                seen = (context.TargetId, context.InterfaceMethod.DeclaringType, context.ImplementationMethod.DeclaringType);
                source = context.SourceId;
                arguments = (context.Request.GetArgument(0), context.Request.GetArgument(1), context.Request.GetArgumentCount());
                Assert.IsType<FilteredGrain>(context.Grain);
            }
            return context.Invoke();
        }));
        var caller = Grain(cluster);
        var callee = Grain(cluster);

        await caller.GreetThrough(callee);

        Assert.Equal(("through", 1, 2), arguments);
        Assert.Equal((callee.GetGrainId(), typeof(IFilteredGrain), typeof(FilteredGrain)), seen);
        Assert.Equal(caller.GetGrainId(), source);
    }

    [Fact]
    public async Task Filter_ChangesArgumentAndResult()
    {
        await using var cluster = await ConformanceCluster.StartAsync(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            if (context.MethodName == nameof(IFilteredGrain.Greet))
                context.Request.SetArgument(0, "b");
            await context.Invoke();
            if (context.Grain is FilteredGrain && context.Result is string text)
                context.Result = text + "!";
        }));

        Assert.Equal("hello b!", await Grain(cluster).Greet("a", 1));
        await Grain(cluster).Nothing();
    }

    [Fact]
    public async Task Filter_DoesNotGoOn_AnswersInsteadOfTheGrain()
    {
        await using var cluster = await ConformanceCluster.StartAsync(silo => silo.AddIncomingGrainCallFilter(context =>
        {
            if (context.Grain is not FilteredGrain)
                return context.Invoke();
            context.Result = "from the filter";
            return Task.CompletedTask;
        }));

        Assert.Equal("from the filter", await Grain(cluster).Fail());
    }

    [Fact]
    public async Task Filter_GrainThrows_SeesAndMayTranslate()
    {
        await using var cluster = await ConformanceCluster.StartAsync(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            try
            {
                await context.Invoke();
            }
            catch (InvalidOperationException exception)
            {
                throw new NotSupportedException("translated", exception);
            }
        }));

        var thrown = await Assert.ThrowsAsync<NotSupportedException>(Grain(cluster).Fail);

        Assert.Equal("refused", thrown.InnerException!.Message);
    }

    [Fact]
    public async Task Filter_ThatNeedsTheGrainFactory_GetsIt()
    {
        await using var cluster = await ConformanceCluster.StartAsync(static silo => silo.AddIncomingGrainCallFilter<Asking>());

        Assert.Equal("hello a", await Grain(cluster).Greet("a", 1));
    }

    [Fact]
    public async Task GrainFilter_SurroundsItsOwnCalls()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<ISelfFilteringGrain>(Guid.NewGuid().ToString());

        Assert.Equal(9, await grain.Double(4));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(grain.Secret);
    }

    private static IFilteredGrain Grain(ConformanceCluster cluster) => cluster.Grains.GetGrain<IFilteredGrain>(Guid.NewGuid().ToString());

    private sealed class Asking(IGrainFactory grains) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.Grain is FilteredGrain)
                Assert.Equal(context.TargetId, grains.GetGrain<IFilteredGrain>(context.TargetId).GetGrainId());
            return context.Invoke();
        }
    }

    private sealed class Recorder(string name, List<string> seen) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.Grain is not FilteredGrain)
            {
                await context.Invoke();
                return;
            }

            seen.Add(name + " in");
            await context.Invoke();
            seen.Add($"{name} out {context.Result}");
        }
    }
}
