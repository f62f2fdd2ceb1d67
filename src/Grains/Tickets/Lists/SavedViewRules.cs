using System.Text;
using System.Text.Json;
using Grainline.Refusals;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tickets.Lists;

/// <summary>Who may keep which view. Pure: a null means yes.</summary>
internal static class SavedViewRules
{
    public const int MostShared = 100;

    public const int MostOfOne = 100;

    private const int MostColumns = 30;
    private const int FilterBytes = 8_192;

    public static Refusal? MaySave(SavedViewsState s, Actor by, SavedView view) =>
        Shape(view)
        ?? (s.Find(view.Id) is { } before && !MayTouch(before, by) ? NotYours : null)
        ?? (MayTouch(view, by) ? null : NotYours)
        ?? (s.Find(view.Id) is null && s.Views.Count(other => other.Owner == view.Owner) >= (view.Owner is null ? MostShared : MostOfOne)
            ? Invalid($"There are {(view.Owner is null ? MostShared : MostOfOne)} views already.") : null);

    public static Refusal? MayRemove(SavedViewsState s, Actor by, string id) =>
        s.Find(id) is not { } view || (view.Owner is { } owner && owner != by.Id) ? new(ErrorCode.DefinitionNotFound, $"There is no view '{id}'.")
        : MayTouch(view, by) ? null : NotYours;

    private static Refusal NotYours => new(ErrorCode.Forbidden, "Shared views are for supervisors and administrators, others for their owners.");

    private static bool MayTouch(SavedView view, Actor by) => view.Owner is { } owner ? owner == by.Id : by.Oversees;

    private static Refusal? Shape(SavedView view) =>
        !TenantScoped.IsId(view.Id) ? Invalid("A view's id has 1 to 64 letters, digits, '-', '_' or '.'.")
        : string.IsNullOrWhiteSpace(view.Name) || view.Name.Length > Limits.NameLength ? Invalid($"A view's name has 1 to {Limits.NameLength} characters.")
        : !Enum.IsDefined(view.SortBy) ? Invalid("There is no such order.")
        : view.Columns.IsDefault || view.Columns.Length > MostColumns || view.Columns.Any(c => c is not { Length: > 0 and <= Limits.NameLength }) ? Invalid($"A view has at most {MostColumns} columns.")
        : view.Order is < 0 or > 1_000 ? Invalid("A view's place is 0 to 1000.")
        : Encoding.UTF8.GetByteCount(view.FilterJson.Text ?? "") > FilterBytes ? Invalid($"A view's filter has at most {FilterBytes} bytes.")
        : StrictJson.Read(view.FilterJson, StrictJson.FieldsDepth) is not ({ ValueKind: JsonValueKind.Object }, null) ? Invalid("A view's filter is a JSON object.")
        : null;

    private static Refusal Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
