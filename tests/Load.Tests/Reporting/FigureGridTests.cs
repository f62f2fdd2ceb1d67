using Grainline.Load.Reporting;

namespace Grainline.Load.Tests.Reporting;

public sealed class FigureGridTests
{
    [Fact]
    public void Of_TwoSystems_HasAColumnForEach()
    {
        var grid = Assert.Single(FigureGrid.Of([Sample.Talk("grainline", 100_000, 8), Sample.Talk("signalr", 200_000, 8)]));
        Assert.Equal(["grainline", "signalr"], grid.Systems);
        Assert.Equal(["10,000", "20,000"], Row(grid, "delivered, 1/s"));
        Assert.Equal(["8.00", "4.00"], Row(grid, "CPU, all processes, s per 100,000 deliveries"));
    }

    [Fact]
    public void Of_SeveralRounds_TellsTheMedian()
    {
        var grid = Assert.Single(FigureGrid.Of([Sample.Talk("grainline", 100_000, 8), Sample.Talk("grainline", 500_000, 8), Sample.Talk("grainline", 200_000, 8)]));
        Assert.Equal(["20,000"], Row(grid, "delivered, 1/s"));
    }

    [Fact]
    public void Of_Pauses_TellsMedianWorstAndSumForEach100000Deliveries()
    {
        var grid = Assert.Single(FigureGrid.Of([Sample.Talk("grainline", 200_000, 8)]));
        Assert.Equal(["4.00", "12.00", "9.0"], [Row(grid, "GC pauses, median, ms")[0], Row(grid, "GC pauses, worst, ms")[0], Row(grid, "GC pauses, sum, ms per 100,000 deliveries")[0]]);
    }

    [Fact]
    public void Of_WhatNobodyKnows_HasNoRow() =>
        Assert.DoesNotContain(Assert.Single(FigureGrid.Of([Sample.Idle("grainline", 30_000)])).Rows, row => row.Header.StartsWith("one way", StringComparison.Ordinal));

    [Fact]
    public void Of_DatabaseProcesses_AreToldEachAndInTheSum()
    {
        var grid = Assert.Single(FigureGrid.Of([Sample.Talk("signalr-postgres", 100_000, 5, new("database session", 2, 1), new("walwriter", 0.001, 1))]));
        Assert.Equal(["7.00"], Row(grid, "CPU, all processes, s per 100,000 deliveries"));
        Assert.Equal(["5.00"], Row(grid, "CPU of server, s per 100,000 deliveries"));
        Assert.Equal(["2.00"], Row(grid, "CPU of database session, s per 100,000 deliveries"));
        Assert.DoesNotContain(grid.Rows, row => row.Header.Contains("walwriter", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Faults_TellsTheWorstRecovery()
    {
        var grid = Assert.Single(FigureGrid.Of([Sample.Kills("grainline")]));
        Assert.Equal(["2", "4.25"], [Row(grid, "faults, count")[0], Row(grid, "recovery from a fault, worst, s")[0]]);
    }

    [Fact]
    public void Of_Surge_TellsTheWaitsOfAllItsVisitors()
    {
        var grid = Assert.Single(FigureGrid.Of([Sample.Surge()]));
        Assert.Equal(
            ["1", "0.20", "3.00", "12.5"],
            [
                Row(grid, "conversations not opened, count")[0], Row(grid, "wait until open, p99, s")[0], Row(grid, "wait until offered, worst, s")[0],
                Row(grid, "offers as before, after the spike's end, s")[0],
            ]);
    }

    [Fact]
    public void Of_TwoWorkloads_AreTwoGrids() =>
        Assert.Equal(["closed loop", "idle"], FigureGrid.Of([Sample.Talk("grainline", 1, 1), Sample.Idle("grainline", 1)]).Select(grid => grid.Workload));

    private static string[] Row(FigureGrid grid, string header) => [.. grid.Rows.Single(row => row.Header == header).Cells];
}
