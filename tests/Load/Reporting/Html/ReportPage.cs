namespace Grainline.Load.Reporting.Html;

internal static class ReportPage
{
    public static string Of(Report report) => report.Command;
}
