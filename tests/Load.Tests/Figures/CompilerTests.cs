using Grainline.Load.Figures;

namespace Grainline.Load.Tests.Figures;

public sealed class CompilerTests
{
    [Fact]
    public void IsAtRest_NotSeenForLongEnough_IsFalse() => Assert.False(Compiler.IsAtRest([1, 1, 1, 1]));

    [Fact]
    public void IsAtRest_NoWorkForAWhile_IsTrue() => Assert.True(Compiler.IsAtRest([0, 3, 3.01, 3.01, 3.02, 3.02, 3.02]));

    [Fact]
    public void IsAtRest_WorkInBetween_IsFalse() => Assert.False(Compiler.IsAtRest([3, 3, 3.2, 3.2, 3.2, 3.2]));

    [Fact]
    public void IsAtRest_ThreadEndedForWantOfWork_IsTrue() => Assert.True(Compiler.IsAtRest([3, 3, 0, 0, 0, 0]));

    [Fact]
    public void IsAtRest_NoCompilerAtAll_IsTrue() => Assert.True(Compiler.IsAtRest([0, 0, 0, 0, 0, 0]));
}
