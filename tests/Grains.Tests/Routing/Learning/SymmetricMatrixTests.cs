using Grainline.Routing.Learning;
using Grainline.Routing.Replay;

namespace Grainline.Tests.Routing.Learning;

public sealed class SymmetricMatrixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void Invert_PositiveDefinite_TimesItselfIsOne(int size)
    {
        var dice = new Dice(7);
        var matrix = SymmetricMatrix.Diagonal(size, 0.5).ToArray();
        for (var n = 0; n < 3 * size; n++)
        {
            double[] vector = [.. Enumerable.Range(0, size).Select(_ => dice.Normal())];
            for (var i = 0; i < size * size; i++)
                matrix[i] += vector[i / size] * vector[i % size];
        }

        var inverse = SymmetricMatrix.Invert(matrix, size);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                Assert.Equal(i == j ? 1 : 0, Enumerable.Range(0, size).Sum(k => matrix[(i * size) + k] * inverse[(k * size) + j]), 9);
        }
    }

    [Fact]
    public void Invert_NotPositiveDefinite_Throws() => Assert.Throws<InvalidOperationException>(() => SymmetricMatrix.Invert([1, 2, 2, 1], 2));
}
