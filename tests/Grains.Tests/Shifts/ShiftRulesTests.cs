using Grainline.Refusals;
using Grainline.Shifts;
using static Grainline.Tests.Shifts.Hours;

namespace Grainline.Tests.Shifts;

public sealed class ShiftRulesTests
{
    private static readonly DateException Christmas = new(new(2026, 12, 25), "Christmas", []);

    [Fact]
    public void MayKeep_HoursThatTouchAndRunPastMidnight_AreKept() => Assert.Null(ShiftRules.MayKeep(new(
        "Asia/Shanghai", [On(DayOfWeek.Monday, "09:00", "12:00"), On(DayOfWeek.Monday, "12:00", "00:00"), On(DayOfWeek.Saturday, "22:00", "02:00"), On(DayOfWeek.Sunday, "02:00", "03:00")],
        [Christmas, new(new(2026, 12, 26), null, [new(new(22, 0), new(4, 0))])])));

    [Fact]
    public void MayKeep_AlwaysOpen_IsKept() => Assert.Null(ShiftRules.MayKeep(new("UTC", Always, [])));

    [Theory]
    [InlineData("Middle/Earth")]
    [InlineData("")]
    public void MayKeep_UnknownZone_IsRefusedByName(string zone) => Assert.Contains($"'{zone}'", Refused(new(zone, [], [])));

    [Fact]
    public void MayKeep_IntervalsOfOneDayThatOverlap_AreRefused() =>
        Refused(new("UTC", [On(DayOfWeek.Monday, "09:00", "12:00"), On(DayOfWeek.Monday, "11:59", "14:00")], []));

    [Fact]
    public void MayKeep_SaturdaysNightIntoSundaysMorning_IsRefused() =>
        Refused(new("UTC", [On(DayOfWeek.Sunday, "01:00", "03:00"), On(DayOfWeek.Saturday, "22:00", "02:00")], []));

    [Fact]
    public void MayKeep_ADateTwice_IsRefusedByName() => Assert.Contains("2026-12-25", Refused(new("UTC", Always, [Christmas, Christmas with { Name = "again" }])));

    [Fact]
    public void MayKeep_IntervalsOfAnExceptionThatOverlap_AreRefused() =>
        Assert.Contains("2026-12-25", Refused(new("UTC", [], [Christmas with { Open = [new(new(9, 0), new(12, 0)), new(new(11, 0), new(13, 0))] }])));

    [Fact]
    public void MayKeep_ADateOfAnotherCentury_IsRefused() => Refused(new("UTC", [], [Christmas with { Date = new(1999, 12, 25) }]));

    [Fact]
    public void MayKeep_ADayThatIsNone_IsRefused() => Refused(new("UTC", [On((DayOfWeek)7, "09:00", "12:00")], []));

    private static string Refused(WeeklyHours hours)
    {
        var refusal = ShiftRules.MayKeep(hours);
        Assert.Equal(ErrorCode.InvalidArgument, refusal?.Code);
        return refusal!.Message;
    }
}
