using System.Collections.Immutable;

namespace Grainline.Routing.Learning;

/// <summary>
/// The little linear algebra that the bandit needs: positive definite matrices of a handful of rows, row by row in one array. A library would bring a package and its own
/// number format into the snapshots for what is forty lines here.
/// </summary>
internal static class SymmetricMatrix
{
    /// <summary>The inverse by Cholesky's decomposition.</summary>
    /// <exception cref="InvalidOperationException">The matrix is not positive definite.</exception>
    public static double[] Invert(ReadOnlySpan<double> matrix, int size)
    {
        var lower = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[(i * size) + j];
                for (var k = 0; k < j; k++)
                    sum -= lower[(i * size) + k] * lower[(j * size) + k];
                if (i == j && sum <= 0)
                    throw new InvalidOperationException("The matrix is not positive definite.");
                lower[(i * size) + j] = i == j ? Math.Sqrt(sum) : sum / lower[(j * size) + j];
            }
        }

        var inverse = new double[size * size];
        Span<double> column = stackalloc double[size];
        for (var c = 0; c < size; c++)
        {
            for (var i = 0; i < size; i++)
            {
                var sum = i == c ? 1.0 : 0.0;
                for (var k = 0; k < i; k++)
                    sum -= lower[(i * size) + k] * column[k];
                column[i] = sum / lower[(i * size) + i];
            }

            for (var i = size - 1; i >= 0; i--)
            {
                var sum = column[i];
                for (var k = i + 1; k < size; k++)
                    sum -= lower[(k * size) + i] * inverse[(k * size) + c];
                inverse[(i * size) + c] = sum / lower[(i * size) + i];
            }
        }

        return inverse;
    }

    /// <summary>x'Mx.</summary>
    public static double Quadratic(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++)
                sum += vector[i] * matrix[(i * vector.Length) + j] * vector[j];
        }

        return sum;
    }

    public static ImmutableArray<double> Diagonal(int size, double value) =>
        [.. Enumerable.Range(0, size * size).Select(i => i % (size + 1) == 0 ? value : 0.0)];
}
