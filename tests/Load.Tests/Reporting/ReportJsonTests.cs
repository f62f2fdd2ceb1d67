using Grainline.Load.Checking;
using Grainline.Load.Reporting;
using Grainline.Load.Reporting.Html;

namespace Grainline.Load.Tests.Reporting;

public sealed class ReportJsonTests
{
    [Fact]
    public void Read_WhatWasWritten_DrawsTheSamePage()
    {
        RunFigures[] runs = [Sample.Talk("grainline", 100_000, 8), Sample.Talk("signalr", 400_000, 8), Sample.Idle("grainline", 30_000), Sample.Idle("signalr", 20_000), Sample.Kills("grainline"), Sample.Surge(), Sample.Dialogues()];
        var report = Report.Of("compare", runs, [.. Ratios.Of(runs, "grainline")], new(7, 8, [new(Law.Lost, "c1", ["seq 1", "seq 3"])], ["a note"]) { Failures = ["a failure"] });
        var page = ReportPage.Of(report);
        Assert.Contains("a failure", page, StringComparison.Ordinal);
        Assert.Equal(page, ReportPage.Of(ReportJson.Read(ReportJson.Of(report))));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{")]
    public void Read_SomethingElse_SaysSo(string json) => Assert.Throws<InvalidDataException>(() => ReportJson.Read(json));
}
