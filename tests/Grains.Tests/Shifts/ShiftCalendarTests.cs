using System.Globalization;
using Grainline.Shifts;
using static Grainline.Tests.Shifts.Hours;

namespace Grainline.Tests.Shifts;

public sealed class ShiftCalendarTests
{
    [Theory]
    [InlineData("2026-11-23T08:59:59+01:00", false)]
    [InlineData("2026-11-23T09:00:00+01:00", true)]
    [InlineData("2026-11-23T16:59:59+01:00", true)]
    [InlineData("2026-11-23T17:00:00+01:00", false)]
    [InlineData("2026-11-22T12:00:00+01:00", false)]
    [InlineData("2026-07-20T07:00:00Z", true)]
    public void IsOpen_MondayNineToFiveInBerlin_FollowsTheLocalClock(string at, bool open) =>
        Assert.Equal(open, Calendar("Europe/Berlin", On(DayOfWeek.Monday, "09:00", "17:00")).IsOpen(At(at)));

    [Fact]
    public void IsOpen_PastMidnight_BelongsToTheDayItStartedOn()
    {
        var calendar = Calendar("Asia/Shanghai", On(DayOfWeek.Saturday, "22:00", "02:00"));
        Assert.True(calendar.IsOpen(At("2026-11-22T01:59:00+08:00")), "Sunday, from Saturday's interval");
        Assert.False(calendar.IsOpen(At("2026-11-22T02:00:00+08:00")));
        Assert.False(calendar.IsOpen(At("2026-11-21T01:00:00+08:00")), "Saturday, as Friday has none");
        Assert.Equal(At("2026-11-22T02:00:00+08:00"), calendar.NextChange(At("2026-11-21T23:00:00+08:00")));
    }

    // Berlin's clocks jump from 02:00 to 03:00 on 29 March 2026 and go back from 03:00 to 02:00 on 25 October; New York's on 8 March and 1 November; Shanghai's never.
    [Theory]
    [InlineData("Europe/Berlin", "02:30", "04:00", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z")]
    [InlineData("Europe/Berlin", "01:00", "02:30", "2026-03-28T12:00:00Z", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "01:00", "02:30", "2026-10-24T12:00:00Z", "2026-10-24T23:00:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "04:00", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T03:00:00Z")]
    [InlineData("America/New_York", "02:30", "04:00", "2026-03-07T12:00:00Z", "2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z")]
    [InlineData("America/New_York", "00:00", "00:00", "2026-10-31T12:00:00Z", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")]
    [InlineData("Asia/Shanghai", "02:30", "04:00", "2026-03-28T12:00:00Z", "2026-03-28T18:30:00Z", "2026-03-28T20:00:00Z")]
    public void Interval_OnTheSundayOfAClockChange_OpensAndClosesOnce(string zone, string from, string to, string before, string opens, string closes)
    {
        var calendar = Calendar(zone, On(DayOfWeek.Sunday, from, to));
        Assert.Equal(At(opens), calendar.NextOpening(At(before)));
        Assert.Equal(At(opens), calendar.NextChange(At(before)));
        Assert.Equal(At(closes), calendar.NextChange(At(opens)));
        Assert.True(calendar.IsOpen(At(opens)));
        Assert.False(calendar.IsOpen(At(closes)));
    }

    [Fact]
    public void NextOpening_IntervalInsideTheMissingHour_IsAWeekLater() =>
        Assert.Equal(
            At("2026-04-05T02:15:00+02:00"),
            Calendar("Europe/Berlin", On(DayOfWeek.Sunday, "02:15", "02:45")).NextOpening(At("2026-03-28T12:00:00Z")));

    [Fact]
    public void Exception_OnADate_ReplacesWhatStartsOnItAndNothingElse()
    {
        var calendar = new ShiftCalendar(new(
            "Europe/Berlin",
            [On(DayOfWeek.Thursday, "20:00", "04:00"), On(DayOfWeek.Friday, "09:00", "17:00")],
            [new(new(2026, 12, 25), "Christmas", []), new(new(2026, 12, 26), "Sale", [new(new(10, 0), new(12, 0))])]));
        Assert.True(calendar.IsOpen(At("2026-12-25T03:00:00+01:00")), "Thursday's night goes on");
        Assert.False(calendar.IsOpen(At("2026-12-25T10:00:00+01:00")));
        Assert.Equal(At("2026-12-26T10:00:00+01:00"), calendar.NextOpening(At("2026-12-25T04:00:00+01:00")));
    }

    [Fact]
    public void NextChange_AlwaysOpenWithOneHolidayFarAway_IsThatHoliday()
    {
        var calendar = new ShiftCalendar(new("UTC", Always, [new(new(2027, 12, 25), null, [])]));
        Assert.Equal(At("2027-12-25T00:00:00Z"), calendar.NextChange(At("2026-11-21T12:00:00Z")));
        Assert.Equal(At("2027-12-26T00:00:00Z"), calendar.NextOpening(At("2027-12-25T12:00:00Z")));
        Assert.Null(calendar.NextChange(At("2027-12-26T12:00:00Z")));
    }

    [Fact]
    public void Never_HasNoChangeAndNoOpening()
    {
        var calendar = Calendar("UTC");
        Assert.False(calendar.IsOpen(At("2026-11-21T12:00:00Z")));
        Assert.Null(calendar.NextChange(At("2026-11-21T12:00:00Z")));
        Assert.Null(calendar.NextOpening(At("2026-11-21T12:00:00Z")));
    }

    [Fact]
    public void NextOpening_WhileOpen_IsNow() =>
        Assert.Equal(At("2026-11-21T12:00:00Z"), new ShiftCalendar(new("UTC", Always, [])).NextOpening(At("2026-11-21T12:00:00Z")));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
